package dev.zonal.arithmetic.ball;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Decimals are printed only when the ball decides them, and then as exact arithmetic rounds. */
class DecimalTest {
  private static final int TRIES = 100;

  private static BigDecimal exactly(Dyadic x) {
    BigDecimal mantissa = new BigDecimal(x.mantissa);
    BigDecimal power = BigDecimal.valueOf(2).pow((int) Math.abs(x.exponent));
    // a quotient by a power of two is a finite decimal
    return x.exponent >= 0 ? mantissa.multiply(power) : mantissa.divide(power);
  }

  private static BigDecimal rounded(Dyadic x, int digits, RoundingMode mode) {
    return exactly(x).round(new MathContext(digits, mode));
  }

  @Property(tries = TRIES)
  void everyPointOfADecidedBallRoundsToItsDecimal(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int digits) {
    RandomBalls balls = new RandomBalls(random);
    for (int i = RandomBalls.share(1); i > 0; i--) {
      Ball ball = balls.below(150, balls.below(300) - 150);
      Dyadic point = balls.pointOf(ball);
      Optional<BigDecimal> decimal = ball.decimal(digits);
      if (decimal.isPresent()) {
        assertEquals(0, decimal.get().compareTo(rounded(point, digits, RoundingMode.HALF_EVEN)));
        assertTrue(decimal.get().signum() == 0 || decimal.get().precision() == digits);
      } else {
        assertTrue(
            ball.containsZero()
                || rounded(ball.lowerEnd(), digits, RoundingMode.HALF_EVEN)
                        .compareTo(rounded(ball.upperEnd(), digits, RoundingMode.HALF_EVEN))
                    != 0);
      }
    }
  }

  @Property(tries = TRIES)
  void outwardDecimalsEncloseTheBall(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 40) int digits) {
    Ball ball = new RandomBalls(random).below(150, 20);
    BigDecimal low = ball.lowerDecimal(digits);
    BigDecimal high = ball.upperDecimal(digits);
    assertEquals(0, low.compareTo(rounded(ball.lowerEnd(), digits, RoundingMode.FLOOR)));
    assertEquals(0, high.compareTo(rounded(ball.upperEnd(), digits, RoundingMode.CEILING)));
  }

  @Property(tries = TRIES)
  void decimalsDoNotDecreaseWhereBallsIncrease(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int digits) {
    RandomBalls balls = new RandomBalls(random);
    Ball a = balls.below(100, 3).midpoint();
    Ball b = balls.below(100, 3).midpoint();
    int order = a.center().compareTo(b.center());
    int decimals = a.decimal(digits).orElseThrow().compareTo(b.decimal(digits).orElseThrow());
    assertTrue(decimals == 0 || Integer.signum(decimals) == Integer.signum(order));
  }

  @Example
  void aTieIsDecidedOnlyByAnExactBallAndGoesToTheEvenDigit() {
    Ball half = Ball.of(BigInteger.valueOf(5), -1, 0, 0);
    assertEquals(new BigDecimal("2"), half.decimal(1).orElseThrow());
    assertEquals(
        new BigDecimal("4"), Ball.of(BigInteger.valueOf(7), -1, 0, 0).decimal(1).orElseThrow());
    assertTrue(half.inflate(Ball.of(BigInteger.ONE, -1000, 0, 0)).decimal(1).isEmpty());
    assertEquals(
        new BigDecimal("2.5"),
        half.inflate(Ball.of(BigInteger.ONE, -50, 0, 0)).decimal(2).orElseThrow());
  }

  @Example
  void nineNinesRoundUpToTheNextPowerOfTen() {
    assertEquals(
        new BigDecimal("1.0E+3"),
        Ball.of(BigInteger.valueOf(1999), -1, 0, 0).decimal(2).orElseThrow());
    assertEquals(BigDecimal.ZERO, Ball.exact(0).decimal(5).orElseThrow());
    assertTrue(Ball.of(BigInteger.ZERO, 0, 1, -9).decimal(5).isEmpty());
  }

  @Property(tries = TRIES)
  void theNearestDoubleIsTheOneThatBigDecimalFinds(
      @ForAll Random random, @ForAll @IntRange(min = -1100, max = 900) int exponent) {
    Dyadic x = new Dyadic(new BigInteger(120, random), exponent);
    assertEquals(exactly(x).doubleValue(), x.toDouble());
  }
}
