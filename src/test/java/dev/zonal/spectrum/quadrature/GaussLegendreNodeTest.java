package dev.zonal.spectrum.quadrature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.quadrature.GaussLegendreNode.Measured;
import java.math.BigDecimal;
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
    return new BigDecimal(Math.scalb(x, bits)).toBigInteger();
  }

  private static Measured measured(BigInteger number, long error) {
    return new Measured(number, BigInteger.valueOf(error));
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
    BigInteger q = units(at % 2 == 0 ? 0.75 * n : -0.75 * n, bits);
    GaussLegendreNode node;
    try {
      node = GaussLegendreNode.certify(n, x, measured(p, error), measured(q, 3L * error), bits);
    } catch (ArithmeticException e) {
      return;
    }
    Rational unit = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(bits));
    Rational e = unit.multiply(error);
    Rational position = unit.multiply(x);
    Rational value = unit.multiply(p.abs()).add(e);
    Rational delta = unit.multiply(node.radius());
    Rational slope = unit.multiply(q.abs()).subtract(e.multiply(3));
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
    BigInteger q = units(-0.5 * n, bits);
    // (a) the error of P_n' alone, (b) the movement of the node alone, and both
    for (long[] pair : new long[][] {{error * 1000L, 0}, {1, error * 100L}, {error, error}}) {
      BigInteger radius = BigInteger.valueOf(pair[1] + 1);
      GaussLegendreNode node = new GaussLegendreNode(n, x, radius, measured(q, pair[0]), bits);
      Rational unit = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(bits));
      Rational delta = unit.multiply(radius);
      Rational curvature = Rational.of((n - 1L) * n * (n + 1) * (n + 2), 8);
      Rational moved = unit.multiply(pair[0]).add(delta.multiply(curvature));
      Ball weight = node.weight(BallArithmetic.ofBits(80));
      for (int side : new int[] {-1, 1}) {
        Rational y = unit.multiply(x).add(delta.multiply(side));
        for (int other : new int[] {-1, 1}) {
          Rational root = unit.multiply(q).add(moved.multiply(other));
          Rational sine = Rational.ONE.subtract(y.pow(2));
          Rational value = Rational.of(2).divide(sine.multiply(root.pow(2)));
          assertTrue(weight.contains(value), () -> node + ": " + weight);
        }
      }
    }
  }

  private static LegendreExpansion expansion(int n, double x, int bits) {
    return new LegendreExpansion(
        new LegendrePolynomial(n, bits),
        new LegendrePolynomial(n - 1, bits),
        units(x, LegendreExpansion.SCALE));
  }

  @Example
  void aPointThatIsNoNodeIsRefused() {
    int bits = 120;
    for (int n : new int[] {40, 200}) {
      Ball node = GaussLegendreRule.of(n, bits).node(n - 2);
      LegendreExpansion about = expansion(n, node.toDouble(), bits);
      BigInteger zero = about.zero();
      assertDoesNotThrow(() -> about.node(zero));
      // beyond the reach of the expansion
      BigInteger wrong = zero.add(BigInteger.ONE.shiftLeft(bits - (n == 200 ? 18 : 10)));
      assertThrows(ArithmeticException.class, () -> about.node(wrong));
    }
  }

  /** Near a zero, and half way to the next, where the slope vanishes. */
  @Example
  void anExpansionAboutAPointThatIsFarFromEveryNodeIsRefused() {
    int bits = 120;
    Ball one = GaussLegendreRule.of(40, bits).node(20);
    Ball two = GaussLegendreRule.of(40, bits).node(21);
    double between = (one.toDouble() + two.toDouble()) / 2;
    assertThrows(
        ArithmeticException.class,
        () -> {
          LegendreExpansion about = expansion(40, between, bits);
          about.node(about.zero());
        });
  }

  @Example
  void anExpansionWhoseTermsNeedNotShrinkIsRefused() {
    // 1 - x^2 = 2^-62: no zero of P_2 is near, and H/(1-x^2) is large
    BigInteger atTheEnd =
        BigInteger.ONE.shiftLeft(LegendreExpansion.SCALE).subtract(BigInteger.TWO);
    assertThrows(
        ArithmeticException.class,
        () ->
            new LegendreExpansion(
                new LegendrePolynomial(2, 200), new LegendrePolynomial(1, 200), atTheEnd));
  }

  @Property(tries = 100)
  void anExpansionHoldsThePreciseValueAndSlopeAtEveryDistance(
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @IntRange(min = 0, max = 1 << 20) int which,
      @ForAll @IntRange(min = -1000, max = 1000) int step) {
    int bits = FINE - 30;
    double start = GaussLegendreRule.of(n, 60).node(which % n).toDouble();
    LegendreExpansion about = expansion(n, start, bits);
    BigInteger distance = BigInteger.valueOf(step).shiftLeft(bits - 66);
    BigInteger x =
        units(start, LegendreExpansion.SCALE)
            .shiftLeft(FINE - LegendreExpansion.SCALE)
            .add(distance.shiftLeft(FINE - bits));
    BigInteger[] p = legendre(n, x);
    BigInteger sine = ONE.subtract(x.multiply(x).shiftRight(FINE));
    BigInteger steepness =
        p[1].subtract(x.multiply(p[0]).shiftRight(FINE))
            .multiply(BigInteger.valueOf(n))
            .shiftLeft(FINE)
            .divide(sine);
    holds(about.value(distance), p[0], FINE - bits);
    holds(about.slope(distance), steepness, FINE - bits);
  }

  private static void holds(Measured found, BigInteger precise, int finer) {
    BigInteger distance = found.number().shiftLeft(finer).subtract(precise).abs();
    assertTrue(distance.compareTo(found.error().shiftLeft(finer)) <= 0, () -> "" + found);
    assertTrue(found.error().bitLength() < 85, () -> "" + found);
  }

  @Example
  void anIntervalThatLeavesTheSegmentIsRefused() {
    int bits = 30;
    Measured value = measured(units(0x1p-8, bits), 1);
    Measured slope = measured(units(2, bits), 1);
    for (int sign : new int[] {-1, 1}) {
      BigInteger near = units(sign * (1 - 0x1p-9), bits);
      BigInteger inside = units(sign * (1 - 0x1p-5), bits);
      assertDoesNotThrow(() -> GaussLegendreNode.certify(2, inside, value, slope, bits));
      assertThrows(
          ArithmeticException.class, () -> GaussLegendreNode.certify(2, near, value, slope, bits));
    }
  }

  @Example
  void aPolynomialThatIsNotProvedToBeMonotoneIsRefused() {
    // the value is exactly zero, but D - delta C is zero as well: D = 8 - 4, C = 4
    Measured slope = measured(BigInteger.valueOf(8), 4);
    assertThrows(
        ArithmeticException.class,
        () ->
            GaussLegendreNode.certify(2, BigInteger.ZERO, measured(BigInteger.ZERO, 0), slope, 10));
  }

  @Example
  void aRadiusThatTheCurvatureUsesUpIsRefused() {
    // D = 1, delta = 2 |P_n|, C = 3: delta (D - delta C) falls short of |P_n| from 1/12 on
    int bits = 30;
    Measured slope = measured(units(1, bits), 0);
    assertDoesNotThrow(() -> at(units(0.06, bits), slope, bits));
    assertThrows(ArithmeticException.class, () -> at(units(0.085, bits), slope, bits));
    assertThrows(ArithmeticException.class, () -> at(units(0.125, bits), slope, bits));
  }

  private static GaussLegendreNode at(BigInteger current, Measured slope, int bits) {
    return GaussLegendreNode.certify(2, BigInteger.ZERO, measured(current, 0), slope, bits);
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
