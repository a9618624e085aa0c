package dev.zonal.spectrum.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TailExpansionTest {
  private static final Map<String, OddExpansion> EXPANSIONS = new ConcurrentHashMap<>();
  private static final int FIFTY_DIGITS = 167;

  private static TailExpansion tail(String kernel, int dimension) {
    return certified(kernel, dimension).get();
  }

  private static Ball enclose(TailExpansion tail, long k, int bits) {
    return tail.enclose(k, bits, tail.plan(k, bits));
  }

  private static Certification<TailExpansion> certified(String kernel, int dimension) {
    OddExpansion expansion =
        EXPANSIONS.computeIfAbsent(
            kernel, k -> OddExpansion.of(AnalyticData.of(KernelSpecification.parse(k))));
    return TailExpansion.of(expansion, dimension);
  }

  private record Row(String kernel, int dimension, long frequency, BigDecimal value, int digits) {
    static Row of(String line) {
      String[] fields = line.split("\t");
      return new Row(
          fields[0],
          Integer.parseInt(fields[1]),
          Long.parseLong(fields[2]),
          new BigDecimal(fields[3]),
          Integer.parseInt(fields[4]));
    }

    /** The exact value lies in here, the recorded digits being rounded. */
    Ball ball() {
      BallArithmetic over = BallArithmetic.ofBits(600);
      BigDecimal ulp = value.ulp();
      return over.of(fraction(value)).inflate(over.of(fraction(ulp)));
    }

    private static Rational fraction(BigDecimal decimal) {
      BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
      return decimal.scale() >= 0
          ? Rational.of(decimal.unscaledValue(), power)
          : Rational.of(decimal.unscaledValue().multiply(power));
    }
  }

  static List<Row> referenceRows() throws IOException {
    try (InputStream in =
        TailExpansionTest.class.getResourceAsStream("/reference/eigenvalues.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Row::of)
          .filter(row -> row.frequency >= 1 && row.digits > 0)
          .collect(Collectors.toList());
    }
  }

  @ParameterizedTest
  @MethodSource("referenceRows")
  void everyReferenceValueLiesInItsEnclosure(Row row) {
    TailExpansion tail = tail(row.kernel, row.dimension);
    Ball enclosure = enclose(tail, row.frequency, 400);
    assertTrue(enclosure.overlaps(row.ball()), () -> row + " is not in " + enclosure);
    if (row.frequency >= 1000) {
      assertTrue(enclosure.accuracyBits() > 390, () -> row + ": only " + enclosure.accuracyBits());
    }
  }

  @ParameterizedTest
  @MethodSource("referenceRows")
  void theErrorOfEveryTruncationStaysBelowItsBound(Row row) {
    TailExpansion tail = tail(row.kernel, row.dimension);
    double height = EXPANSIONS.get(row.kernel).data().rectangle().region().height();
    for (int terms = 0; terms <= 12 && 2 * terms + 1 < 2 * row.frequency; terms++) {
      for (double fraction : new double[] {1, 0.7}) {
        TailPlan plan = new TailPlan(terms, fraction * height, 0);
        Ball enclosure = tail.enclose(row.frequency, 100, plan);
        assertTrue(enclosure.overlaps(row.ball()), () -> row + " with " + plan);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'resntk:L=2,alpha=1', 3, 115",
    "'resntk:L=3,alpha=1/2', 3, 215",
    "'resntk:L=10,alpha=1', 3, 150",
    "'resntk:L=2,alpha=1', 10, 125"
  })
  void fiftyDigitsAreReachedFromAFrequencyNearTheTheoreticalOne(
      String kernel, int dimension, long least) {
    TailExpansion tail = tail(kernel, dimension);
    long first = tail.firstFrequency(FIFTY_DIGITS).getAsLong();
    assertTrue(first <= least, () -> "only from " + first);
    for (long k = first; k < first + 20; k++) {
      assertTrue(enclose(tail, k, FIFTY_DIGITS).accuracyBits() >= FIFTY_DIGITS);
    }
  }

  @ParameterizedTest
  @CsvSource({"'laplace:c=1'", "'fcntk:L=3'", "'matern:nu=3/2,c=1'", "'resntk:L=3,alpha=1/2'"})
  void enclosuresOfDifferentContoursMeet(String kernel) {
    for (int dimension : new int[] {2, 3, 4, 7, 50, 784}) {
      TailExpansion tail = tail(kernel, dimension);
      double height = EXPANSIONS.get(kernel).data().rectangle().region().height();
      for (long k : new long[] {60, 61, 1000, 1_000_000_000_000_000_000L}) {
        Ball first = tail.enclose(k, 200, new TailPlan(9, height, 0));
        Ball second = tail.enclose(k, 200, new TailPlan(4, 0.9 * height, 0));
        assertTrue(first.overlaps(second), () -> "d = " + dimension + ", k = " + k);
      }
    }
  }

  @Test
  void theLaplaceTailIsItsFactorialSeries() {
    BallArithmetic over = BallArithmetic.ofBits(300);
    for (int dimension : new int[] {2, 3, 8}) {
      Ball series = over.of(0);
      Rational coefficient = Rational.ONE;
      for (int n = 0; n < 400; n++) {
        Ball lambda = ChordPowerSpectrum.of(dimension, n).in(over, 100);
        series = over.add(series, over.scale(lambda, coefficient));
        coefficient = coefficient.divide(-n - 1);
      }
      Ball tail = enclose(tail("laplace:c=1", dimension), 100, 150);
      Ball error = over.of(Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(280)));
      assertTrue(tail.overlaps(series.inflate(error)));
      assertTrue(tail.accuracyBits() > 100);
    }
  }

  @Test
  void aCoefficientOffByOnePartInAMillionIsNoticed() {
    OddExpansion.Coefficients odd = odd("resntk:L=2,alpha=1");
    BallArithmetic over = BallArithmetic.ofBits(200);
    for (int j = 0; j < 3; j++) {
      Ball a = odd.atCoincidence().get(j);
      Ball wrong = over.scale(a, Rational.of(1_000_001, 1_000_000));
      assertFalse(a.overlaps(wrong));
      Ball moved =
          over.multiply(
              over.subtract(wrong, a), ChordPowerSpectrum.of(3, 2L * j + 1).in(over, 1000));
      Ball enclosure = tail("resntk:L=2,alpha=1", 3).enclose(1000, 200, plan());
      assertFalse(enclosure.overlaps(over.add(enclosure, moved)), "coefficient " + j);
    }
  }

  private static TailPlan plan() {
    return new TailPlan(
        20, EXPANSIONS.get("resntk:L=2,alpha=1").data().rectangle().region().height(), 0);
  }

  private static OddExpansion.Coefficients odd(String kernel) {
    tail(kernel, 3);
    return EXPANSIONS.get(kernel).coefficients(200, 20);
  }

  @ParameterizedTest
  @CsvSource({"'gaussian:c=1'", "'polynomial:[0,1/2,1/2]'"})
  void aKernelWithoutOddPartIsRefused(String kernel) {
    assertTrue(certified(kernel, 3).refusal().orElseThrow().contains("no odd part"));
  }

  @Test
  void aKernelThatIsNoPowerSeriesOfTheChordIsRefused() {
    assertThrows(DomainException.class, () -> tail("gammaexp:c=1,gamma=1/3", 3));
  }

  @Test
  void theFrequencyMustBeInRange() {
    TailExpansion tail = tail("laplace:c=1", 3);
    assertThrows(IllegalArgumentException.class, () -> enclose(tail, 0, 100));
    assertThrows(IllegalArgumentException.class, () -> enclose(tail, Long.MAX_VALUE, 100));
    assertThrows(
        IllegalArgumentException.class, () -> TailExpansion.of(EXPANSIONS.get("laplace:c=1"), 1));
  }

  @Test
  void termsAreFewAtHugeFrequencies() {
    TailExpansion tail = tail("fcntk:L=3", 3);
    assertTrue(tail.plan(1_000_000, FIFTY_DIGITS).terms() < 12);
    assertTrue(tail.plan(1_000_000_000_000L, FIFTY_DIGITS).terms() < 6);
    assertEquals(
        List.of(true, true),
        Stream.of(1000L, 1_000_000L)
            .map(k -> tail.canDeliver(k, 100))
            .collect(Collectors.toList()));
  }
}
