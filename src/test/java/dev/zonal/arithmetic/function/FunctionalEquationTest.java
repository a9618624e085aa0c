package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.RandomBalls;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Identities that tie the functions to one another and to exact numbers. */
class FunctionalEquationTest {
  private static final int TRIES = 100;

  private interface Identity {
    void check(BallArithmetic over, Ball x, Ball y);
  }

  private static void forPoints(Random random, Identity identity) {
    RandomBalls balls = new RandomBalls(random);
    for (int i = RandomBalls.share(2); i > 0; i--) {
      int bits = balls.bits();
      identity.check(
          BallArithmetic.ofBits(bits),
          balls.below(bits, 2 - balls.below(4)),
          balls.below(bits, 2 - balls.below(4)));
    }
  }

  private static void agree(Ball a, Ball b) {
    assertTrue(a.overlaps(b), () -> a + " and " + b);
  }

  @Property(tries = TRIES)
  void theSquaresOfSineAndCosineAddUpToOne(@ForAll Random random) {
    forPoints(
        random,
        (over, x, y) -> {
          BallArithmetic.SinCos at = over.sinCos(x);
          Ball sum = over.add(over.square(at.sin()), over.square(at.cos()));
          assertTrue(sum.contains(Rational.ONE), () -> "at " + x);
        });
  }

  @Property(tries = TRIES)
  void theExponentialTurnsSumsIntoProducts(@ForAll Random random) {
    forPoints(
        random,
        (over, x, y) -> agree(over.exp(over.add(x, y)), over.multiply(over.exp(x), over.exp(y))));
  }

  @Property(tries = TRIES)
  void theSineOfASumIsWhatAdditionSays(@ForAll Random random) {
    forPoints(
        random,
        (over, x, y) ->
            agree(
                over.sin(over.add(x, y)),
                over.add(
                    over.multiply(over.sin(x), over.cos(y)),
                    over.multiply(over.cos(x), over.sin(y)))));
  }

  @Property(tries = TRIES)
  void theLogarithmUndoesTheExponential(@ForAll Random random) {
    forPoints(random, (over, x, y) -> agree(over.log(over.exp(x.midpoint())), x.midpoint()));
  }

  @Property(tries = TRIES)
  void theArcSineUndoesTheSineBetweenMinusOneAndOne(@ForAll Random random) {
    forPoints(
        random,
        (over, x, y) -> {
          Ball angle = over.round(x.midpoint().shifted(-2));
          agree(over.asin(over.sin(angle)), angle);
          agree(over.atan(over.divide(over.sin(angle), over.cos(angle))), angle);
        });
  }

  @Example
  void theEndPointsOfTheArcSineAreHalfPiAndBeyondThemItRefuses() {
    BallArithmetic over = BallArithmetic.ofBits(200);
    agree(over.asin(Ball.exact(1)).shifted(1), over.pi());
    agree(over.asin(Ball.exact(-1)).shifted(1), over.negate(over.pi()));
    agree(over.acos(Ball.exact(-1)), over.pi());
    Ball upToOne = Ball.hull(Ball.exact(1), over.of(Rational.of(7, 8)));
    assertThrows(DomainException.class, () -> over.asin(upToOne.inflate(upToOne)));
    Ball aroundOne = Ball.of(BigInteger.ONE, 0, 1, -100);
    assertThrows(DomainException.class, () -> over.asin(aroundOne));
    assertThrows(DomainException.class, () -> over.log(Ball.hull(Ball.exact(0), aroundOne)));
    assertThrows(DomainException.class, () -> over.sqrt(Ball.of(BigInteger.ZERO, 0, 1, -100)));
    assertEquals(0, over.sqrt(Ball.exact(0)).mantissa().signum());
    assertTrue(over.sqrt(Ball.hull(Ball.exact(0), aroundOne)).isNonNegative());
  }

  @Example
  void machinsIdentityAndTheFactorsOfTwoHoldInIntegers() {
    // (18+i)^12 (57+i)^8 (239-i)^5 is a positive multiple of 1+i
    BigInteger[] product = {BigInteger.ONE, BigInteger.ZERO};
    product = timesPower(product, 18, 1, 12);
    product = timesPower(product, 57, 1, 8);
    product = timesPower(product, 239, -1, 5);
    assertEquals(product[0], product[1]);
    assertTrue(product[0].signum() > 0);
    // (27/25)^9 (2400/2401) (4375/4374)^4 = 2
    assertEquals(
        Rational.of(2),
        Rational.of(27, 25)
            .pow(9)
            .multiply(Rational.of(2400, 2401))
            .multiply(Rational.of(4375, 4374).pow(4)));
  }

  private static BigInteger[] timesPower(BigInteger[] z, long x, long y, int power) {
    BigInteger re = BigInteger.valueOf(x);
    BigInteger im = BigInteger.valueOf(y);
    BigInteger[] result = z;
    for (int i = 0; i < power; i++) {
      result =
          new BigInteger[] {
            result[0].multiply(re).subtract(result[1].multiply(im)),
            result[0].multiply(im).add(result[1].multiply(re))
          };
    }
    return result;
  }

  @Property(tries = 40)
  void gammaObeysItsRecurrenceAndKnowsFactorialsAndTheRootOfPi(
      @ForAll @IntRange(min = 1, max = 60) int p,
      @ForAll @IntRange(min = 1, max = 9) int q,
      @ForAll @IntRange(min = 30, max = 400) int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits);
    GammaFunction gamma = new GammaFunction(over);
    Rational x = Rational.of(p, q);
    Ball value = gamma.gamma(x);
    agree(gamma.gamma(x.add(1)), over.scale(value, x));
    agree(over.exp(gamma.logGamma(x)), value);
    assertTrue(value.accuracyBits() > bits - 5);
    agree(over.square(gamma.gamma(Rational.of(1, 2))), over.pi());
    // duplication: Gamma(x) Gamma(x + 1/2) = 2^(1 - 2x) sqrt(pi) Gamma(2x)
    agree(
        over.multiply(value, gamma.gamma(x.add(Rational.of(1, 2)))),
        over.multiply(
            over.multiply(
                over.power(Ball.exact(2), Rational.ONE.subtract(x.multiply(2))),
                over.sqrt(over.pi())),
            gamma.gamma(x.multiply(2))));
  }

  @Example
  void gammaRatiosOfHugeArgumentsKeepTheirAccuracy() {
    BallArithmetic over = BallArithmetic.ofBits(200);
    GammaFunction gamma = new GammaFunction(over);
    Rational huge = Rational.of(BigInteger.TEN.pow(18)).add(Rational.of(1, 3));
    Ball ratio = gamma.ratio(huge.add(3), huge);
    agree(ratio, gamma.risingFactorial(huge, 3));
    assertTrue(ratio.accuracyBits() > 190);
  }
}
