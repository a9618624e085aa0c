package dev.zonal.arithmetic.elementary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The functions of a point are as accurate as they say, at points of every size and precision. */
class ElementaryAccuracyTest {
  private static Dyadic point(Random random, int order) {
    return new Dyadic(new BigInteger(60, random).setBit(60), order - 61L);
  }

  private static void isAccurate(Ball ball, Ball precise, int bits) {
    assertTrue(ball.contains(precise), () -> ball + " without " + precise);
    assertTrue(ball.accuracyBits() >= bits, () -> ball + " to " + bits + " bits");
  }

  @Property(tries = 400)
  void smallAndMiddlingPointsHaveValuesOfTheRelativeAccuracyAskedFor(
      @ForAll Random random,
      @ForAll @IntRange(min = 10, max = 500) int bits,
      @ForAll @IntRange(min = -300, max = 0) int order) {
    Dyadic x = point(random, order);
    int fine = 3 * bits + 1000;
    SineCosine at = SineCosine.at(x, bits);
    isAccurate(at.sine(), SineCosine.at(x, fine).sine(), bits);
    isAccurate(at.cosine(), SineCosine.at(x, fine).cosine(), bits - 1);
    isAccurate(PolarAngle.arcTangent(x, bits), PolarAngle.arcTangent(x, fine), bits - 1);
    isAccurate(PolarAngle.arcSine(x, bits), PolarAngle.arcSine(x, fine), bits - 1);
    if (order > -bits / 2) {
      Dyadic one = new Dyadic(BigInteger.ONE, 0);
      isAccurate(PolarAngle.of(one, x, bits), PolarAngle.arcTangent(x, fine), bits - 1);
    }
    isAccurate(Exponential.at(x, bits), Exponential.at(x, fine), bits - 2);
    Dyadic next = x.plus(BigInteger.ONE, 0);
    isAccurate(Logarithm.at(next, bits), Logarithm.at(next, fine), bits - 1);
    Dyadic minus = new Dyadic(x.mantissa.negate(), x.exponent);
    assertEquals(at.sine().negated().toString(), SineCosine.at(minus, bits).sine().toString());
    Dyadic before = minus.plus(BigInteger.ONE, 0);
    isAccurate(Logarithm.at(before, bits), Logarithm.at(before, fine), bits - 1);
  }

  @Property(tries = 200)
  void largePointsHaveValuesOfTheAccuracyAskedFor(
      @ForAll Random random,
      @ForAll @IntRange(min = 10, max = 300) int bits,
      @ForAll @IntRange(min = 1, max = 50) int order) {
    Dyadic x = point(random, order);
    int fine = 3 * bits + 1000;
    SineCosine at = SineCosine.at(x, bits);
    SineCosine precise = SineCosine.at(x, fine);
    isAccurate(PolarAngle.arcTangent(x, bits), PolarAngle.arcTangent(x, fine), bits - 1);
    isAccurate(Exponential.at(x, bits), Exponential.at(x, fine), bits - 2);
    isAccurate(Logarithm.at(x, bits), Logarithm.at(x, fine), bits - 1);
    assertTrue(at.sine().contains(precise.sine()) && at.cosine().contains(precise.cosine()));
    assertTrue(at.sine().radius().binaryOrder() <= -bits);
    assertTrue(at.cosine().radius().binaryOrder() <= -bits);
  }

  /** Beyond all tables, where an angle and a logarithm begin with fewer bits of themselves. */
  @Property(tries = 4)
  void thousandsOfBitsAreReachedFromFewer(
      @ForAll Random random, @ForAll @IntRange(min = 7000, max = 7600) int bits) {
    Dyadic x = point(random, 0);
    int fine = bits + 500;
    isAccurate(PolarAngle.arcTangent(x, bits), PolarAngle.arcTangent(x, fine), bits - 1);
    isAccurate(PolarAngle.arcSine(x, bits), PolarAngle.arcSine(x, fine), bits - 1);
    isAccurate(Logarithm.at(x, bits), Logarithm.at(x, fine), bits - 1);
  }

  /** Not only as accurate as the bits, but no more than some bits beyond: they would only cost. */
  @Property(tries = 100)
  void noValueIsFarMoreAccurateThanAskedFor(
      @ForAll Random random, @ForAll @IntRange(min = 10, max = 500) int bits) {
    Dyadic x = point(random, 0);
    int most = bits + 40;
    assertTrue(SineCosine.at(x, bits).sine().accuracyBits() < most);
    assertTrue(PolarAngle.arcTangent(x, bits).accuracyBits() < most);
    assertTrue(PolarAngle.arcSine(x, bits).accuracyBits() < most);
    assertTrue(Exponential.at(x, bits).accuracyBits() < most);
    assertTrue(Logarithm.at(x.plus(BigInteger.ONE, 0), bits).accuracyBits() < most);
  }

  @Example
  void zeroAndOneHaveExactValues() {
    Dyadic zero = new Dyadic(BigInteger.ZERO, 0);
    Dyadic one = new Dyadic(BigInteger.ONE, 0);
    assertEquals(Rational.ONE, exact(Exponential.at(zero, 50)));
    assertEquals(Rational.ZERO, exact(Logarithm.at(one, 50)));
    assertEquals(Rational.ZERO, exact(SineCosine.at(zero, 50).sine()));
    assertEquals(Rational.ONE, exact(SineCosine.at(zero, 50).cosine()));
    assertEquals(Rational.ZERO, exact(PolarAngle.arcTangent(zero, 50)));
    assertEquals(Rational.ZERO, exact(PolarAngle.arcSine(zero, 50)));
    assertEquals(Rational.ZERO, exact(PolarAngle.of(one, zero, 50)));
  }

  private static Rational exact(Ball ball) {
    assertTrue(ball.isExact());
    return ball.upper();
  }
}
