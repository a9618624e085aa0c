package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.elementary.GroupedSum;
import dev.zonal.arithmetic.elementary.HypergeometricSeries;
import dev.zonal.arithmetic.elementary.HypergeometricSum;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lemma 3.9a of docs/theory.md against the series of Lemma 3.9, where either is used. */
class LongDefectTest {
  private static final int TRIES = 100;
  private static final Ball NOT_ASKED_FOR = Ball.exact(1);

  /** A number with a long mantissa between 2^(order-1) and 2^order. */
  private static Ball sine(Random random, int order) {
    return Ball.of(new BigInteger(200, random).setBit(200), order - 201L, Magnitude.ZERO);
  }

  /** r S(r), r = 2 sin(theta/2). */
  private static Ball bySeries(Ball sine, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits);
    Ball r = sine.shifted(1);
    BigInteger square = over.square(r).center().floorOn(-bits);
    HypergeometricSum sum = GroupedSum.of(HypergeometricSeries.ARC_COSINE_DEFECT, square, bits);
    Ball tripled = Ball.of(sum.value(), -bits, Magnitude.atLeast(sum.error(), -bits));
    return over.multiply(r, over.scale(tripled, Rational.of(1, 3)));
  }

  private static Ball defect(Ball sine, int bits) {
    return BallArithmetic.ofBits(bits).arcCosineDefect(NOT_ASKED_FOR, sine, NOT_ASKED_FOR);
  }

  @Property(tries = TRIES)
  void theDefectOfALongNumberIsThatOfItsSeries(
      @ForAll Random random,
      @ForAll @IntRange(min = 900, max = 1500) int bits,
      @ForAll @IntRange(min = -12, max = -2) int order) {
    Ball sine = sine(random, order);
    Ball defect = defect(sine, bits);
    assertTrue(defect.contains(bySeries(sine, bits + 200)), () -> "at " + sine);
    assertTrue(defect.accuracyBits() >= bits - 8, defect.accuracyBits() + " of " + bits);
  }

  @Property(tries = TRIES)
  void theDefectOfABallHoldsThoseOfItsEnds(
      @ForAll Random random,
      @ForAll @IntRange(min = 1025, max = 1500) int bits,
      @ForAll @IntRange(min = -5, max = -3) int order,
      @ForAll @IntRange(min = 10, max = 1400) int drop) {
    Ball sine = sine(random, order);
    Ball wide = sine.inflate(Magnitude.powerOfTwo(-drop));
    Ball defect = defect(wide, bits);
    BallArithmetic fine = BallArithmetic.ofBits(1600);
    Ball radius = Ball.of(BigInteger.ONE, -drop, Magnitude.ZERO);
    assertTrue(defect.contains(bySeries(fine.add(sine, radius), bits + 200)));
    assertTrue(defect.contains(bySeries(fine.subtract(sine, radius), bits + 200)));
    Magnitude most = Magnitude.powerOfTwo(1 - Math.min(drop, bits - 8));
    assertTrue(defect.radiusMagnitude().compareTo(most) <= 0);
  }
}
