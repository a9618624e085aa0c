package dev.zonal.spectrum.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.FixedPoint;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Bounds of fixed-point numbers against their formulas in exact rationals. */
class FixedPointBoundsTest {

  private static Rational unit(int bits) {
    return Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(bits));
  }

  @Property(tries = 300)
  void aBallFromFixedPointHoldsEveryPointWithinItsRadius(
      @ForAll @LongRange(min = -1L << 60, max = 1L << 60) long midpoint,
      @ForAll @LongRange(min = 0, max = (1L << 60) - 1) long radius,
      @ForAll @IntRange(min = 0, max = 100) int bits) {
    for (long r : new long[] {radius, radius >> 25, (1L << 40) - 1, (1L << 31) - 1}) {
      Ball ball = FixedPoint.ball(BigInteger.valueOf(midpoint), BigInteger.valueOf(r), bits);
      Rational m = unit(bits).multiply(BigInteger.valueOf(midpoint));
      Rational wide = unit(bits).multiply(BigInteger.valueOf(r));
      assertTrue(ball.contains(m.add(wide)) && ball.contains(m.subtract(wide)), "" + r);
      Rational excess = ball.radius().upper().subtract(wide);
      Rational slack = wide.divide(Rational.of(1L << 27)).add(unit(bits + 20));
      assertTrue(excess.subtract(slack).signum() <= 0, () -> r + ": " + ball);
    }
  }

  @Property(tries = 1000)
  void theErrorInUnitsCoversWhatIsRoundedOff(
      @ForAll @LongRange(min = -1L << 30, max = 1L << 30) long mantissa,
      @ForAll @IntRange(min = -60, max = 4) int exponent,
      @ForAll @LongRange(min = 0, max = 1 << 30) long radius,
      @ForAll @IntRange(min = 0, max = 40) int bits) {
    Ball x = Ball.of(BigInteger.valueOf(mantissa), exponent, radius, exponent - 4L);
    Rational midpoint = Rational.of(FixedPoint.midpoint(x, bits));
    Rational error = Rational.of(FixedPoint.error(x, bits));
    Rational scale = Rational.of(BigInteger.ONE.shiftLeft(bits));
    Rational above = x.upper().multiply(scale).subtract(midpoint);
    Rational below = midpoint.subtract(x.lower().multiply(scale));
    Rational farthest = above.subtract(below).signum() > 0 ? above : below;
    assertTrue(farthest.subtract(error).signum() <= 0, () -> x + ": " + error);
    assertTrue(error.subtract(farthest).subtract(2).signum() <= 0, () -> x + ": " + error);
  }

  @Example
  void theErrorCountsTheFloorsOfMidpointAndRadius() {
    // 3/4 +/- 3/4 in units of 1: from 0 to 3/2, the midpoint becomes 0
    Ball x = Ball.of(BigInteger.valueOf(3), -2, 3, -2);
    assertEquals(BigInteger.ZERO, FixedPoint.midpoint(x, 0));
    assertTrue(FixedPoint.error(x, 0).compareTo(BigInteger.TWO) >= 0);
  }

  /** Radius of moment m in units: N m(m+1)/2 + m^2 2^-p sum |W| e + sum w, Theorem 8.1. */
  private static Rational momentError(int m, int bits, Ball[] weights, Ball[] cosines, int points) {
    BigInteger shifts = BigInteger.ZERO;
    BigInteger errors = BigInteger.ZERO;
    for (int i = 0; i < points; i++) {
      BigInteger w = FixedPoint.midpoint(weights[i], bits).abs();
      shifts = shifts.add(w.multiply(FixedPoint.error(cosines[i], bits)));
      errors = errors.add(FixedPoint.error(weights[i], bits));
    }
    return Rational.of((long) m * (m + 1) / 2)
        .multiply(points)
        .add(unit(bits).multiply(shifts).multiply((long) m * m))
        .add(Rational.of(errors));
  }

  @Property(tries = 60)
  void theRadiusOfAMomentIsTheFormulaOfItsTheorem(
      @ForAll @IntRange(min = 1, max = 5) int points,
      @ForAll @IntRange(min = 2, max = 20) int wide,
      @ForAll @IntRange(min = 2, max = 20) int wideWeight) {
    int bits = 40;
    int last = 100;
    Ball[] weights = new Ball[points];
    Ball[] cosines = new Ball[points];
    CosineMoments moments = new CosineMoments(last, bits);
    for (int i = 0; i < points; i++) {
      CosineMoments part = new CosineMoments(last, bits);
      BigInteger w = BigInteger.valueOf(i % 2 == 0 ? i + 3 : -i - 3);
      weights[i] = Ball.of(w, -4, i + 1L, -4L - wideWeight);
      cosines[i] = Ball.of(BigInteger.valueOf(i + 1), -4, 3, -4L - wide);
      (i % 2 == 0 ? moments : part).add(weights[i], cosines[i]);
      moments.add(part);
    }
    for (int m = 0; m <= last; m += 4) {
      Rational formula = momentError(m, bits, weights, cosines, points);
      Rational radius = moments.moment(m).radius().upper().multiply(BigInteger.ONE.shiftLeft(bits));
      assertTrue(radius.subtract(formula).signum() >= 0, "m = " + m);
      Rational above = formula.multiply(Rational.of(1000001, 1000000)).add(2);
      assertTrue(radius.subtract(above).signum() <= 0, "m = " + m);
    }
  }

  @Example
  void aWideCosineMovesAHighMomentByTheSquareOfItsOrder() {
    BallArithmetic over = BallArithmetic.ofBits(300);
    int m = 100;
    // from 1 - 2^-19 to 1
    Ball cosine = Ball.of(BigInteger.ONE.shiftLeft(20).subtract(BigInteger.ONE), -20, 1, -20);
    CosineMoments moments = new CosineMoments(m, 60);
    moments.add(Ball.exact(1), cosine);
    for (Rational end : new Rational[] {cosine.lower(), cosine.upper()}) {
      Ball angle = over.scale(over.acos(over.of(end)), Rational.of(m));
      assertTrue(moments.moment(m).contains(over.cos(angle)), () -> "" + moments.moment(m));
    }
  }

  @Property(tries = 100)
  void theErrorOfALegendrePolynomialIsTheFormulaOfItsLemma(
      @ForAll @IntRange(min = 0, max = 1000) int n, @ForAll @IntRange(min = 8, max = 60) int bits) {
    // 1 + sum (kappa + 1), and kappa = 2 from FixedPoint.error
    BigInteger bound = new LegendrePolynomial(n, bits).errorBound();
    assertEquals(BigInteger.valueOf(3L * (n / 2 + 1) + 1), bound);
  }

  @Example
  void aLegendrePolynomialOfHighDegreeAtFewBitsStaysWithinItsBound() {
    int fine = 200;
    for (int n : new int[] {400, 999, 1000}) {
      for (int bits : new int[] {8, 24, 33}) {
        LegendrePolynomial polynomial = new LegendrePolynomial(n, bits);
        for (int i = -8; i <= 8; i++) {
          BigInteger x = BigInteger.valueOf(i).shiftLeft(bits - 3);
          x = i % 8 == 0 ? x.subtract(BigInteger.valueOf(Integer.signum(i))) : x;
          BigInteger exact = legendre(n, x.shiftLeft(fine - bits), fine);
          BigInteger error = polynomial.value(x, bits).shiftLeft(fine - bits).subtract(exact).abs();
          BigInteger bound = polynomial.errorBound().shiftLeft(fine - bits);
          assertTrue(error.compareTo(bound) <= 0, n + " at " + i + "/8");
        }
      }
    }
  }

  private static BigInteger legendre(int n, BigInteger x, int bits) {
    BigInteger previous = BigInteger.ZERO;
    BigInteger current = BigInteger.ONE.shiftLeft(bits);
    for (int k = 0; k < n; k++) {
      BigInteger next =
          x.multiply(current)
              .shiftRight(bits)
              .multiply(BigInteger.valueOf(2L * k + 1))
              .subtract(previous.multiply(BigInteger.valueOf(k)))
              .divide(BigInteger.valueOf(k + 1L));
      previous = current;
      current = next;
    }
    return current;
  }
}
