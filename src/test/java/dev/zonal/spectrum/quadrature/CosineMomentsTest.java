package dev.zonal.spectrum.quadrature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CosineMomentsTest {
  private static final BallArithmetic PRECISE = BallArithmetic.ofBits(400);

  @Property(tries = 300)
  void theMomentsAreWithinTheirBoundsOfPreciseOnes(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 12) int points,
      @ForAll @IntRange(min = 0, max = 60) int last) {
    // 12 bits only, so that the errors are large and a bound that is too small is found out
    CosineMoments whole = new CosineMoments(last, 12);
    CosineMoments part = new CosineMoments(last, 12);
    Ball[] exact = new Ball[last + 1];
    Arrays.fill(exact, Ball.exact(0));
    for (int i = 0; i < points; i++) {
      Ball weight = dyadic(random.nextInt(1 << 20) - (1 << 19), 20);
      Ball angle = dyadic(random.nextInt(3 << 20), 20);
      (i % 2 == 0 ? whole : part).add(weight, PRECISE.cos(angle));
      for (int m = 0; m <= last; m++) {
        Ball cosine = PRECISE.cos(PRECISE.multiply(angle, Ball.exact(m)));
        exact[m] = PRECISE.add(exact[m], PRECISE.multiply(weight, cosine));
      }
    }
    whole.add(part);
    for (int m = 0; m <= last; m++) {
      assertTrue(whole.moment(m).contains(exact[m]), "m = " + m);
    }
  }

  @Property(tries = 100)
  void theBitsAskedForGiveTheAccuracyAskedFor(
      @ForAll Random random,
      @ForAll @IntRange(min = 20, max = 200) int accuracy,
      @ForAll @IntRange(min = 1, max = 30) int points,
      @ForAll @IntRange(min = 0, max = 200) int last) {
    int bits = CosineMoments.bitsFor(accuracy, last, points);
    CosineMoments moments = new CosineMoments(last, bits);
    BallArithmetic over = BallArithmetic.ofBits(bits + 16);
    for (int i = 0; i < points; i++) {
      Ball angle = over.of(Rational.of(1 + random.nextInt(3000), 1000));
      moments.add(over.divide(Ball.exact(2), Ball.exact(points)), over.cos(angle));
    }
    for (int m = 0; m <= last; m++) {
      assertTrue(moments.moment(m).radius().binaryOrder() <= -accuracy, "m = " + m);
    }
  }

  private static Ball dyadic(long numerator, int bits) {
    return PRECISE.of(Rational.of(numerator, 1 << bits));
  }

  @Property(tries = 300)
  void aLegendrePolynomialIsWithinItsBoundOfTheExactOne(
      @ForAll @IntRange(min = 0, max = 60) int degree,
      @ForAll @IntRange(min = -1024, max = 1024) int numerator) {
    int bits = 12;
    LegendrePolynomial polynomial = new LegendrePolynomial(degree, bits);
    BigInteger value = polynomial.value(BigInteger.valueOf(numerator), 10);
    Rational exact = exact(3, Rational.of(numerator, 1024), degree);
    Rational units =
        Rational.of(value).subtract(exact.multiply(BigInteger.ONE.shiftLeft(bits))).abs();
    assertTrue(
        units.subtract(Rational.of(polynomial.errorBound())).signum() <= 0,
        () -> units + " > " + polynomial.errorBound());
  }

  @Property(tries = 200)
  void gegenbauerPolynomialsAreTheirCombinationsOfCosines(
      @ForAll @IntRange(min = 2, max = 60) int dimension,
      @ForAll @IntRange(min = 0, max = 40) int degree,
      @ForAll @IntRange(min = -64, max = 64) int numerator) {
    Rational u = Rational.of(numerator, 64);
    Ball angle = PRECISE.acos(PRECISE.of(u));
    Ball combined =
        new CosineCombination(PRECISE, dimension, degree)
            .of(degree, m -> PRECISE.cos(PRECISE.multiply(angle, Ball.exact(m))));
    assertTrue(combined.contains(exact(dimension, u, degree)), () -> "" + combined);
    assertTrue(combined.radius().binaryOrder() < -300, () -> "" + combined);
  }

  /** P_k(u) by the three-term recurrence over the rational numbers. */
  private static Rational exact(int dimension, Rational u, int degree) {
    Rational previous = Rational.ZERO;
    Rational current = Rational.ONE;
    for (int k = 0; k < degree; k++) {
      Rational next =
          k == 0
              ? u
              : u.multiply(current)
                  .multiply(2 * k + dimension - 2)
                  .subtract(previous.multiply(k))
                  .divide(k + dimension - 2);
      previous = current;
      current = next;
    }
    return current;
  }
}
