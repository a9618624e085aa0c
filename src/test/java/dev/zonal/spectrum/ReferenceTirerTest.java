package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Eigenvalue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The networks of Tirer, Bruna and Giryes 2022 are members of the family: residual ReLU networks
 * with all layers trained and weights of variance 1, and fully connected ones.
 */
class ReferenceTirerTest {
  private static final int DIGITS = 30;
  private static final Engine ENGINE = new Engine();

  private record Network(String kernel, int dimension) {}

  private record Row(Network network, long k, BigDecimal value) {
    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(
          new Network(specification(cells[0]), Integer.parseInt(cells[1])),
          Long.parseLong(cells[2]),
          new BigDecimal(cells[3]));
    }

    /** As in {@code tirer-resnet L=5 alpha=1/10}, {@code tirer-mlp L=1}. */
    private static String specification(String name) {
      String[] words = name.split(" ");
      return words[0].equals("tirer-mlp")
          ? "ntk:act=relu," + words[1]
          : "resntk:train=all,sw2=1," + words[1] + "," + words[2];
    }
  }

  private static List<Row> rows() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ReferenceTirerTest.class.getResourceAsStream(
                        "/reference/tirer-eigenvalues.tsv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).skip(1).map(Row::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRowOfTheTableIsReproduced() {
    return rows().stream().collect(Collectors.groupingBy(Row::network)).entrySet().stream()
        .map(
            g ->
                DynamicTest.dynamicTest(
                    g.getKey().toString(), () -> check(g.getKey(), g.getValue())));
  }

  private static void check(Network network, List<Row> rows) {
    TreeSet<Long> frequencies =
        rows.stream().map(Row::k).collect(Collectors.toCollection(TreeSet::new));
    SpectrumResult result =
        ENGINE.compute(
            new SpectrumRequest(
                KernelSpecification.parse(network.kernel()),
                network.dimension(),
                frequencies,
                DIGITS,
                Optional.empty(),
                SpectrumRequest.Normalization.PROBABILITY,
                SpectrumRequest.Scale.UNIT),
            Context.NONE);
    assertTrue(result.failures().isEmpty(), () -> result.failures().toString());
    Map<Long, Eigenvalue> computed =
        result.eigenvalues().stream()
            .collect(Collectors.toMap(Eigenvalue::frequency, Function.identity()));
    for (Row row : rows) {
      BigDecimal expected = row.value().round(new MathContext(DIGITS));
      BigDecimal difference = expected.subtract(computed.get(row.k()).rounded()).abs();
      assertTrue(
          difference.signum() == 0 || difference.compareTo(expected.ulp()) <= 0,
          () -> row + " is " + computed.get(row.k()).rounded());
    }
  }

  @Test
  void theTableHasFiveNetworksOnTwoSpheres() {
    assertEquals(10, rows().stream().map(Row::network).distinct().count());
    assertEquals(210, rows().size());
  }
}
