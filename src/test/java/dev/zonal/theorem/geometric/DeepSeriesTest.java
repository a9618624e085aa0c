package dev.zonal.theorem.geometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.singularity.SingularPoint;
import dev.zonal.kernel.singularity.Surroundings;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bounds of Theorem 17.9 from numbers around the singularity, in doubles from the statement.
 */
class DeepSeriesTest {
  private static final Rational QUARTER = Rational.of(1, 4);
  private static final double REST = 2;
  private static final double NEAR = 3;
  private static final double FAR = 5;

  private static Surroundings around(String kernel, Rational square) {
    Kernel parsed = KernelSpecification.parse(kernel);
    SingularPoint point = SingularPoint.of(parsed, NearLimit.OVER).get();
    return new Surroundings(point, square, REST, NEAR, FAR);
  }

  /** epsilon_n at n = k0, each notch bounded with the terms of all singularities. */
  private static double far(Surroundings around, int count, long n) {
    double mu = around.point().order().doubleValue();
    double square = around.square().doubleValue();
    double reach = 1 + square * 15 / 16;
    double a = Math.abs(around.point().leading().toDouble());
    double next = Math.abs(around.point().next().toDouble());
    double known =
        count
            * (a * Math.max(Math.pow(square, -mu), Math.pow(2 + square, -mu))
                + next * Math.max(Math.pow(square, 1 - mu), Math.pow(2 + square, 1 - mu)));
    double quotient = 1;
    for (long i = 0; i < n; i++) {
      quotient *= (i + 1) / (mu + i) / reach;
    }
    return Math.abs(quotient) * (FAR + known + count * square / reach * (NEAR + known));
  }

  private static double atLeastOne(double h, long n) {
    return Math.max(1, n / (n + h));
  }

  /** With one singularity and with two, for each order that occurs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntk:act=erf,L=2,sw2=3/2,sb2=1/10 | 1/2 | 1",
        "ntk:act=gelu,L=2,sw2=2,sb2=1/5 | 3/2 | 1",
        "nngp:act=erf,L=2,sw2=2,sb2=1/20 | -1/2 | 1",
        "ntk:act=erf,L=2,sw2=2 | 1/2 | 2",
        "nngp:act=erf,L=2,sw2=2 | -1/2 | 2"
      })
  void theDeviationIsThatOfTheTheorem(String kernel, String order, int count) {
    Surroundings around = around(kernel, QUARTER);
    assertEquals(Rational.parse(order), around.point().order());
    double mu = around.point().order().doubleValue();
    for (long from : new long[] {15, 31, 101}) {
      NearLimit ratios = new DeepSeries(around).ratios(Parity.ODD, from).orElseThrow();
      double a = around.point().leading().toDouble();
      assertEquals(count * a, ratios.limit().toDouble(), 1e-12 * Math.abs(a));
      double first = (mu - 1) * around.point().next().toDouble() / from;
      double last = first * from / (from + mu - 1);
      double second =
          Math.abs((mu - 1) * (mu - 2))
              * (REST / from / from * atLeastOne(mu - 1, from) * atLeastOne(mu - 2, from));
      double spread = count * second + far(around, count, from);
      double least = count * Math.min(first, last) - spread;
      double most = count * Math.max(first, last) + spread;
      assertEquals(least, ratios.deviation().lower().doubleValue(), 1e-7 * Math.abs(least));
      assertEquals(most, ratios.deviation().upper().doubleValue(), 1e-7 * Math.abs(most));
      assertTrue(ratios.deviation().lower().doubleValue() <= least + 1e-15);
      assertTrue(ratios.deviation().upper().doubleValue() >= most - 1e-15);
    }
  }

  /** (k0+1)/k0 max(1, (k0+1)/(k0+mu)) is at most R/u_*, which is 1 + 15/16 r^2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ntk:act=erf,L=2,sw2=3/2,sb2=1/10 | 1/4",
        "ntk:act=gelu,L=2,sw2=2,sb2=1/5 | 1/4",
        "ntk:act=gelu,L=2,sw2=2,sb2=1/5 | 16/225",
        "nngp:act=erf,L=2,sw2=2,sb2=1/20 | 1/4",
        "nngp:act=erf,L=2,sw2=2,sb2=1/20 | 1/16"
      })
  void theLawStartsWhereTheRestOfTheContourDecreases(String kernel, String square) {
    Surroundings around = around(kernel, Rational.parse(square));
    Rational mu = around.point().order();
    Rational reach = Rational.parse(square).multiply(15).divide(16).add(1);
    int refused = 0;
    for (long from = 4; from < 60; from++) {
      Rational one = Rational.of(from + 1, from);
      Rational other = one.multiply(from + 1).divide(mu.add(from));
      boolean decreases = one.compareTo(reach) <= 0 && other.compareTo(reach) <= 0;
      Optional<NearLimit> ratios = new DeepSeries(around).ratios(Parity.of(from), from);
      assertEquals(decreases, ratios.isPresent(), "k0 = " + from);
      refused += decreases ? 0 : 1;
    }
    assertTrue(refused > 0 && refused < 55);
  }

  @Test
  void aParityThatIsAPolynomialHasNoLaw() {
    DeepSeries series = new DeepSeries(around("ntk:act=erf,L=2,sw2=2", QUARTER));
    assertTrue(series.ratios(Parity.EVEN, 100).isEmpty());
    assertFalse(series.ratios(Parity.ODD, 101).isEmpty());
  }
}
