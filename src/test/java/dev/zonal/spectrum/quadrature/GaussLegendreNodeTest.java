package dev.zonal.spectrum.quadrature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

class GaussLegendreNodeTest {
  /** Bits after the point of the second opinion: more than 20 digits beyond what it checks. */
  private static final int FINE = 160;

  private static final BigInteger ONE = BigInteger.ONE.shiftLeft(FINE);

  /** P_n and P_{n-1} at x by the three-term recurrence, off by n^2 units or so. */
  private static BigInteger[] legendre(int n, BigInteger x) {
    BigInteger previous = BigInteger.ZERO;
    BigInteger current = ONE;
    for (int k = 0; k < n; k++) {
      BigInteger next =
          x.multiply(current)
              .shiftRight(FINE)
              .multiply(BigInteger.valueOf(2L * k + 1))
              .subtract(previous.multiply(BigInteger.valueOf(k)))
              .divide(BigInteger.valueOf(k + 1L));
      previous = current;
      current = next;
    }
    return new BigInteger[] {current, previous};
  }

  private static BigInteger fine(Rational x) {
    return x.numerator().shiftLeft(FINE).divide(x.denominator());
  }

  @Example
  void everyNodeAndWeightUpToTwoHundredPointsHoldsThePreciseOne() {
    for (int n = 2; n <= 200; n++) {
      GaussLegendreRule rule = GaussLegendreRule.of(n, 40);
      for (int i = n / 2; i < n; i++) {
        Ball node = rule.node(i);
        BigInteger low = legendre(n, fine(node.lower()))[0];
        BigInteger high = legendre(n, fine(node.upper()))[0];
        assertTrue(low.signum() * high.signum() < 0, "no zero in node " + i + " of " + n);
        // one step of Newton from an error of 2^-50 n^2 leaves its square
        BigInteger x = fine(node.midpoint().upper());
        BigInteger[] p = legendre(n, x);
        BigInteger sine = ONE.subtract(x.multiply(x).shiftRight(FINE));
        BigInteger slope =
            p[1].subtract(x.multiply(p[0]).shiftRight(FINE)).multiply(BigInteger.valueOf(n));
        BigInteger zero = x.subtract(p[0].multiply(sine).divide(slope));
        Rational position = Rational.of(zero, ONE);
        assertTrue(node.contains(position), "node " + i + " of " + n);
        Rational root = Rational.of(legendre(n, zero)[1].multiply(BigInteger.valueOf(n)), ONE);
        Rational weight = Rational.ONE.subtract(position.pow(2)).multiply(2).divide(root.pow(2));
        assertTrue(rule.weight(i).contains(weight), "weight " + i + " of " + n);
        assertTrue(node.radius().binaryOrder() < -38 && rule.weight(i).accuracyBits() > 20);
      }
    }
  }

  private static BigInteger units(double x, int bits) {
    return BigInteger.valueOf(Math.round(Math.scalb(x, bits)));
  }

  @Property(tries = 300)
  void theRadiusFulfilsTheLemmaForAnyErrorOfThePolynomials(
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = -90, max = 90) int at,
      @ForAll @IntRange(min = 0, max = 4000) int current,
      @ForAll @IntRange(min = 0, max = 1 << 20) int error) {
    int bits = 50;
    BigInteger x = units(at / 100.0, bits);
    BigInteger p = BigInteger.valueOf(current).shiftLeft(10);
    BigInteger q = units(0.75, bits);
    GaussLegendreNode node;
    try {
      node = GaussLegendreNode.certify(n, x, p, q, BigInteger.valueOf(error), bits);
    } catch (ArithmeticException e) {
      return;
    }
    Rational unit = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(bits));
    Rational e = unit.multiply(error);
    Rational position = unit.multiply(x);
    Rational value = unit.multiply(p.abs()).add(e);
    Rational delta = unit.multiply(node.radius());
    Rational between = unit.multiply(q).subtract(position.multiply(unit.multiply(p)));
    Rational size = between.signum() < 0 ? between.negate() : between;
    Rational slope = size.subtract(e).subtract(e.multiply(Math.abs(at)).divide(100)).multiply(n);
    Rational curvature = Rational.of((n - 1L) * n * (n + 1) * (n + 2), 8);
    Rational least = slope.subtract(delta.multiply(curvature));
    assertTrue(least.signum() > 0, () -> "" + node);
    assertTrue(value.subtract(delta.multiply(least)).signum() <= 0, () -> "" + node);
    assertTrue(unit.multiply(x.abs()).add(delta).subtract(1).signum() < 0, () -> "" + node);
    Ball ball = node.ball();
    assertTrue(ball.contains(position.subtract(delta)) && ball.contains(position.add(delta)));
  }

  @Property(tries = 200)
  void theWeightHoldsWhatEveryPointOfTheNodeGives(
      @ForAll @IntRange(min = 2, max = 40) int n,
      @ForAll @IntRange(min = -80, max = 80) int at,
      @ForAll @IntRange(min = 0, max = 1000) int error) {
    int bits = 40;
    BigInteger x = units(at / 100.0, bits);
    BigInteger q = units(-0.5, bits);
    // (a) the error of P_{n-1} alone, (b) the movement of the node alone, and both
    for (long[] pair : new long[][] {{error * 1000L, 0}, {1, error * 1000L}, {error, error}}) {
      BigInteger radius = BigInteger.valueOf(pair[1] + 1);
      GaussLegendreNode node =
          new GaussLegendreNode(n, x, radius, q, BigInteger.valueOf(pair[0]), bits);
      Rational unit = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(bits));
      Rational delta = unit.multiply(radius);
      Rational moved =
          unit.multiply(pair[0]).add(delta.multiply(Rational.of((long) n * (n - 1), 2)));
      Ball weight = node.weight(BallArithmetic.ofBits(80));
      for (int side : new int[] {-1, 1}) {
        Rational y = unit.multiply(x).add(delta.multiply(side));
        for (int other : new int[] {-1, 1}) {
          Rational root = unit.multiply(q).add(moved.multiply(other)).multiply(n);
          Rational value = Rational.ONE.subtract(y.pow(2)).multiply(2).divide(root.pow(2));
          assertTrue(weight.contains(value), () -> node + ": " + weight);
        }
      }
    }
  }

  @Example
  void aPointThatIsNoNodeIsRefused() {
    int bits = 80;
    for (int n : new int[] {40, 200}) {
      LegendrePolynomial current = new LegendrePolynomial(n, bits);
      LegendrePolynomial previous = new LegendrePolynomial(n - 1, bits);
      Ball node = GaussLegendreRule.of(n, bits).node(n - 2);
      BigInteger x = FixedPoint.midpoint(node, bits);
      assertDoesNotThrow(() -> certify(current, previous, n, x, bits));
      BigInteger wrong = x.add(BigInteger.ONE.shiftLeft(bits - (n == 200 ? 18 : 10)));
      assertThrows(ArithmeticException.class, () -> certify(current, previous, n, wrong, bits));
    }
  }

  private static GaussLegendreNode certify(
      LegendrePolynomial current, LegendrePolynomial previous, int n, BigInteger x, int bits) {
    return GaussLegendreNode.certify(
        n, x, current.value(x), previous.value(x), current.errorBound(), bits);
  }

  @Example
  void anIntervalThatLeavesTheSegmentIsRefused() {
    int bits = 30;
    BigInteger value = units(0x1p-8, bits);
    BigInteger previous = units(1, bits);
    for (int sign : new int[] {-1, 1}) {
      BigInteger near = units(sign * (1 - 0x1p-9), bits);
      BigInteger inside = units(sign * (1 - 0x1p-5), bits);
      BigInteger slope = previous.multiply(BigInteger.valueOf(sign)).negate();
      assertDoesNotThrow(
          () -> GaussLegendreNode.certify(2, inside, value, slope, BigInteger.ONE, bits));
      assertThrows(
          ArithmeticException.class,
          () -> GaussLegendreNode.certify(2, near, value, slope, BigInteger.ONE, bits));
    }
  }

  @Example
  void aPolynomialThatIsNotProvedToBeMonotoneIsRefused() {
    // the value is exactly zero, but D - delta C is zero as well: D = 2 |3 - 1|, C = 4
    assertThrows(
        ArithmeticException.class,
        () ->
            GaussLegendreNode.certify(
                2, BigInteger.ZERO, BigInteger.ZERO, BigInteger.valueOf(3), BigInteger.ZERO, 10));
  }

  @Example
  void aRadiusThatTheCurvatureUsesUpIsRefused() {
    // D = 1, delta = 2 |P_n|, C = 3: delta (D - delta C) falls short of |P_n| from 1/12 on
    int bits = 30;
    BigInteger previous = units(0.5, bits);
    assertDoesNotThrow(() -> at(units(0.06, bits), previous, bits));
    assertThrows(ArithmeticException.class, () -> at(units(0.085, bits), previous, bits));
    assertThrows(ArithmeticException.class, () -> at(units(0.125, bits), previous, bits));
  }

  private static GaussLegendreNode at(BigInteger current, BigInteger previous, int bits) {
    return GaussLegendreNode.certify(2, BigInteger.ZERO, current, previous, BigInteger.ZERO, bits);
  }

  @Example
  void nodesThatAreNotSeparatedAreRefused() {
    Ball zero = Ball.exact(0);
    Ball wide = Ball.exact(1).inflate(Ball.exact(1));
    assertDoesNotThrow(() -> GaussLegendreRule.requireSeparated(Ball.exact(-1), zero));
    assertThrows(ArithmeticException.class, () -> GaussLegendreRule.requireSeparated(zero, wide));
    assertThrows(
        ArithmeticException.class,
        () -> GaussLegendreRule.requireSeparated(zero, Ball.exact(3), Ball.exact(3)));
    assertThrows(
        ArithmeticException.class, () -> GaussLegendreRule.requireSeparated(Ball.exact(3), zero));
  }
}
