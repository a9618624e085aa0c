package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.ball.RandomBalls;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The elementary functions of a ball contain what three times the precision gives at any point of
 * it, and are as accurate at exact points as the precision says.
 */
class ElementaryFunctionTest {
  private static final int TRIES = 100;

  /** The bits that a single function may lose, and those that a formula of several may. */
  private static final int LOSS = 4;

  private static final int LOSS_OF_A_FORMULA = 14;

  private interface Function extends BiFunction<BallArithmetic, Ball, Ball> {}

  private static void contains(
      Random random, int share, int magnitude, Function f, Predicate<Ball> outside, int loss) {
    RandomBalls balls = new RandomBalls(random);
    for (int i = RandomBalls.share(share); i > 0; i--) {
      int bits = balls.bits();
      check(f, outside, balls, balls.below(bits, magnitude - balls.below(8)), bits, loss);
    }
  }

  /** Also near one and minus one, where the arc sine is steep and the logarithm vanishes. */
  private static void containsNearOne(
      Random random, int share, Function f, Predicate<Ball> outside) {
    RandomBalls balls = new RandomBalls(random);
    for (int i = RandomBalls.share(share); i > 0; i--) {
      int bits = balls.bits();
      int drop = 1 + balls.below(bits);
      BigInteger one = BigInteger.ONE.shiftLeft(drop);
      BigInteger offset = BigInteger.valueOf(balls.below(3) - 1);
      Ball a = balls.around(one.add(offset), -drop);
      check(f, outside, balls, balls.below(2) == 0 ? a : a.negated(), bits, LOSS);
    }
  }

  private static void check(
      Function f, Predicate<Ball> outside, RandomBalls balls, Ball a, int bits, int loss) {
    Ball result;
    try {
      result = f.apply(BallArithmetic.ofBits(bits), a);
    } catch (DomainException e) {
      assertTrue(outside.test(a), () -> "refused " + a);
      return;
    }
    Dyadic x = balls.pointOf(a);
    Ball point = Ball.of(x.mantissa, x.exponent, Magnitude.ZERO);
    Ball precise = f.apply(BallArithmetic.ofBits(3 * bits + 64), point);
    assertTrue(
        result.overlaps(precise) && widened(result, precise).contains(precise),
        () -> bits + " bits at " + a + ", point " + point + ": " + result + " misses " + precise);
    if (a.isExact()) {
      assertTrue(
          result.isExact() || absoluteOrRelativeAccuracy(result) >= bits - loss,
          () -> bits + " bits at " + a + " gave only " + result);
    }
  }

  /**
   * The precise ball may stick out by its own radius; where it does not matter, it must be inside.
   */
  private static Ball widened(Ball result, Ball precise) {
    return result.inflate(precise.radiusMagnitude().shifted(1));
  }

  private static long absoluteOrRelativeAccuracy(Ball result) {
    return Math.max(result.accuracyBits(), -result.radiusMagnitude().binaryOrder());
  }

  private static boolean never(Ball a) {
    return false;
  }

  private static boolean notPositive(Ball a) {
    return a.lower().signum() <= 0;
  }

  private static boolean beyondOne(Ball a) {
    return !Ball.of(BigInteger.ZERO, 0, 1, 0).contains(a);
  }

  @Property(tries = TRIES)
  void exponential(@ForAll Random random) {
    contains(random, 6, 9, BallArithmetic::exp, ElementaryFunctionTest::never, LOSS);
  }

  @Property(tries = TRIES)
  void logarithm(@ForAll Random random) {
    contains(random, 4, 12, BallArithmetic::log, ElementaryFunctionTest::notPositive, LOSS);
    containsNearOne(random, 2, BallArithmetic::log, ElementaryFunctionTest::notPositive);
  }

  @Property(tries = TRIES)
  void sine(@ForAll Random random) {
    contains(random, 5, 10, BallArithmetic::sin, ElementaryFunctionTest::never, LOSS);
  }

  @Property(tries = TRIES)
  void cosine(@ForAll Random random) {
    contains(random, 5, 10, BallArithmetic::cos, ElementaryFunctionTest::never, LOSS);
  }

  @Property(tries = TRIES)
  void arcSine(@ForAll Random random) {
    contains(random, 4, 1, BallArithmetic::asin, ElementaryFunctionTest::beyondOne, LOSS);
    containsNearOne(random, 2, BallArithmetic::asin, ElementaryFunctionTest::beyondOne);
  }

  @Property(tries = TRIES)
  void arcTangent(@ForAll Random random) {
    contains(random, 4, 12, BallArithmetic::atan, ElementaryFunctionTest::never, LOSS);
  }

  @Property(tries = TRIES)
  void acuteAngleOfASineAndACosine(@ForAll Random random) {
    contains(
        random,
        4,
        0, // so that the square is an acute angle
        (over, a) -> {
          Ball sine = over.sin(over.square(a));
          Ball cosine = over.cos(over.square(a));
          return over.acuteAngle(sine, cosine);
        },
        ElementaryFunctionTest::beyondOne,
        LOSS_OF_A_FORMULA);
  }

  @Property(tries = TRIES)
  void arcCosineDefectAtAnyAngle(@ForAll Random random) {
    contains(
        random,
        4,
        2,
        (over, a) -> {
          Ball half = a.shifted(-1);
          BallArithmetic.SinCos at = over.sinCos(half);
          return over.arcCosineDefect(a, at.sin(), at.cos());
        },
        a -> a.binaryOrder() > -5,
        LOSS_OF_A_FORMULA);
  }

  @Property(tries = TRIES)
  void rationalPowers(@ForAll Random random) {
    Rational exponent = Rational.of(random.nextInt(41) - 20, 1 + random.nextInt(4));
    contains(
        random,
        2,
        4,
        (over, a) -> over.power(a, exponent),
        ElementaryFunctionTest::notPositive,
        LOSS_OF_A_FORMULA);
  }
}
