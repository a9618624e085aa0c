package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.ChordExpansion;
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

/** Recurrent networks on the sphere, against two quadratures in other software. */
class ReferenceRecurrentTest {
  private static final int DIGITS = 30;
  private static final Engine ENGINE = new Engine();
  private static final BallArithmetic OVER = BallArithmetic.ofBits(320);

  private record Row(String network, long k, BigDecimal value) {
    /** T1, T2, L, q, b, p, profile, h, shared, k, eta_k; q = sw2/2, p = su2/2 or su2 = 1. */
    static Row of(String[] cells) {
      String profile = cells[7].equals("-") ? "" : ",profile=[" + cells[7] + "]";
      return new Row(
          "rntk:sv2=2,su2=1,T=%s,L=%s,sw2=%s,sb2=%s%s"
              .formatted(cells[1], cells[3], twice(cells[4]), cells[5], profile),
          Long.parseLong(cells[10]),
          new BigDecimal(cells[11]));
    }
  }

  private static BigDecimal twice(String number) {
    return new BigDecimal(number).multiply(BigDecimal.valueOf(2));
  }

  /** The cells of a table without its header, as far as it is about one length and no jump. */
  private static List<String[]> cells(String table) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ReferenceRecurrentTest.class.getResourceAsStream("/reference/" + table)),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<Row>> networks() {
    return cells("rntk-zonal-eigenvalues.tsv").stream()
        .filter(c -> c[1].equals(c[2]) && c[8].equals("0.0"))
        .map(Row::of)
        .collect(Collectors.groupingBy(Row::network));
  }

  @TestFactory
  Stream<DynamicTest> everyRowOfTheTableIsReproduced() {
    return networks().entrySet().stream()
        .map(g -> DynamicTest.dynamicTest(g.getKey(), () -> check(g.getKey(), g.getValue())));
  }

  private static void check(String network, List<Row> rows) {
    TreeSet<Long> frequencies =
        rows.stream().map(Row::k).collect(Collectors.toCollection(TreeSet::new));
    SpectrumResult result =
        ENGINE.compute(
            new SpectrumRequest(
                KernelSpecification.parse(network),
                3,
                frequencies,
                DIGITS,
                Optional.empty(),
                SpectrumRequest.Normalization.PROBABILITY,
                SpectrumRequest.Scale.PAPER),
            Context.NONE);
    assertTrue(result.failures().isEmpty(), () -> result.failures().toString());
    Map<Long, Eigenvalue> computed =
        result.eigenvalues().stream()
            .collect(Collectors.toMap(Eigenvalue::frequency, Function.identity()));
    for (Row row : rows) {
      BigDecimal expected = row.value().round(new MathContext(DIGITS));
      BigDecimal difference = expected.subtract(computed.get(row.k()).rounded()).abs();
      boolean isBelowTheirError =
          expected.abs().compareTo(new BigDecimal("1e-45")) < 0
              && computed.get(row.k()).rounded().signum() == 0;
      assertTrue(
          isBelowTheirError || difference.compareTo(expected.ulp()) <= 0,
          () -> row + " is " + computed.get(row.k()).rounded());
    }
  }

  @Test
  void theTableHasNetworksOfEveryKind() {
    assertEquals(8, networks().size());
  }

  @TestFactory
  Stream<DynamicTest> everySlopeIsReproduced() {
    return cells("rntk-slopes.tsv").stream()
        .map(
            c -> {
              String network = "rntk:T=%s,L=%s,sw2=%s".formatted(c[0], c[1], twice(c[2]));
              return DynamicTest.dynamicTest(
                  network,
                  () -> {
                    Kernel kernel = KernelSpecification.parse(network);
                    isNear(c[3], kernel, Chart.CHORD);
                    if (!c[4].equals("-")) {
                      isNear(c[4], kernel, Chart.ANTIPODAL_CHORD);
                    }
                  });
            });
  }

  private static void isNear(String expected, Kernel kernel, Chart end) {
    Ball slope = ChordExpansion.of(kernel, end, OVER, 4, 1).coefficient(1);
    BigDecimal value = new BigDecimal(expected).round(new MathContext(DIGITS));
    BigDecimal error = value.subtract(slope.decimal(DIGITS).orElseThrow()).abs();
    assertTrue(error.compareTo(value.ulp()) <= 0, () -> expected + " is " + slope);
  }
}
