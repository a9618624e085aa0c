package dev.zonal.testkit.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** How far two points are apart, by what they are given by. */
class SeparationTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  @Property(tries = 100)
  void vectorsOfAnyLengthHaveTheAngleBetweenThem(
      @ForAll @IntRange(min = -9, max = 9) int a,
      @ForAll @IntRange(min = -9, max = 9) int b,
      @ForAll @IntRange(min = -9, max = 9) int c,
      @ForAll @IntRange(min = -9, max = 9) int d) {
    long squares = (long) (a * a + b * b) * (c * c + d * d);
    Assume.that(squares > 0);
    long product = (long) a * c + (long) b * d;
    Ball cosine =
        OVER.subtract(
            OVER.of(1),
            Separation.ofVectors(new double[] {a, b}, new double[] {c, d}).versine(OVER));
    Ball square = OVER.multiply(OVER.square(cosine), OVER.of(Rational.of(squares)));
    assertTrue(square.contains(Rational.of(product * product)), square::toString);
    assertTrue(product == 0 || Long.signum(product) == Math.signum(cosine.toDouble()));
  }

  @Property(tries = 50)
  void nothingCancelsBetweenNeighbours(@ForAll @IntRange(min = 20, max = 200) int bits) {
    double[] x = {1, 0};
    double[] z = {1, Math.scalb(1.0, -bits)};
    Ball versine = Separation.ofVectors(x, z).versine(OVER);
    assertTrue(versine.accuracyBits() > 100, versine::toString);
    assertEquals(Math.scalb(1.0, -2 * bits - 1), versine.toDouble(), Math.scalb(1.0, -4 * bits));
  }

  @Example
  void aVectorOfLengthZeroHasNoAngle() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Separation.ofVectors(new double[] {1, 0}, new double[] {0, 0}));
  }
}
