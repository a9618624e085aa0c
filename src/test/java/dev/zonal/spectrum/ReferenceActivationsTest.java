package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The unnormalised kernels of networks of many activations have the eigenvalues that another
 * program computed, by two quadratures, to as many digits as these agree.
 */
class ReferenceActivationsTest {
  private static final int MOST_DIGITS = 25;

  private record Network(String specification, int dimension) {}

  private record Row(Network network, long k, BigDecimal value, int digits) {
    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      String activation =
          switch (cells[1]) {
            case "relu2" -> "relu,power=2";
            case "leaky" -> "leaky,slope=" + cells[2];
            default -> cells[1];
          };
      String specification =
          "%s:act=%s,L=%s,sw2=%s,sb2=%s"
              .formatted(cells[0], activation, cells[3], cells[4], cells[5]);
      return new Row(
          new Network(specification, Integer.parseInt(cells[6])),
          Long.parseLong(cells[7]),
          new BigDecimal(cells[8]),
          Integer.parseInt(cells[9]));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRowOfTheTableIsReproduced() {
    Engine engine = new Engine();
    Map<Network, List<Row>> groups = rows().collect(Collectors.groupingBy(Row::network));
    return groups.entrySet().stream()
        .map(
            group ->
                DynamicTest.dynamicTest(
                    group.getKey().toString(),
                    () -> check(engine, group.getKey(), group.getValue())));
  }

  private static void check(Engine engine, Network network, List<Row> rows) {
    Kernel kernel = KernelSpecification.parse(network.specification());
    int digits = Math.min(MOST_DIGITS, rows.stream().mapToInt(Row::digits).max().orElseThrow());
    SpectrumResult result =
        engine.compute(
            new SpectrumRequest(
                kernel,
                network.dimension(),
                rows.stream().map(Row::k).collect(Collectors.toCollection(TreeSet::new)),
                digits,
                Optional.empty(),
                SpectrumRequest.Normalization.PROBABILITY,
                SpectrumRequest.Scale.PAPER),
            Context.NONE);
    assertTrue(result.failures().isEmpty(), () -> result.failures().toString());
    Map<Long, BigDecimal> computed =
        result.eigenvalues().stream()
            .collect(Collectors.toMap(Eigenvalue::frequency, Eigenvalue::rounded));
    for (Row row : rows) {
      int known = Math.min(digits, row.digits());
      BigDecimal expected = row.value().round(new MathContext(known));
      BigDecimal difference = expected.subtract(computed.get(row.k())).abs();
      assertTrue(
          difference.compareTo(expected.ulp()) <= 0, () -> row + " is " + computed.get(row.k()));
    }
  }

  private static Stream<Row> rows() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ReferenceActivationsTest.class.getResourceAsStream("/reference/activations.tsv"),
                StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
      return lines.stream().map(Row::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
