package dev.zonal.arithmetic.ball;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.BinaryOperator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The field operations of balls contain what exact rational arithmetic gives. */
class BallFieldTest {
  private static final int TRIES = 100;

  @FunctionalInterface
  private interface BallOperation {
    Ball apply(BallArithmetic over, Ball a, Ball b);
  }

  private static void contains(
      Random random, int share, BallOperation operation, BinaryOperator<Rational> exactly) {
    RandomBalls balls = new RandomBalls(random);
    for (int i = RandomBalls.share(share); i > 0; i--) {
      int bits = balls.bits();
      Ball a = balls.below(bits, balls.below(40) - 20);
      Ball b = balls.below(bits, balls.below(40) - 20);
      Ball result = operation.apply(BallArithmetic.ofBits(bits), a, b);
      Rational exact = exactly.apply(balls.pointOf(a).toFraction(), balls.pointOf(b).toFraction());
      assertTrue(
          result.contains(exact), () -> bits + " bits: " + a + " and " + b + " gave " + result);
    }
  }

  @Property(tries = TRIES)
  void aSumContainsTheSumOfAnyPoints(@ForAll Random random) {
    contains(random, 10, BallArithmetic::add, Rational::add);
  }

  @Property(tries = TRIES)
  void aDifferenceContainsTheDifferenceOfAnyPoints(@ForAll Random random) {
    contains(random, 6, BallArithmetic::subtract, Rational::subtract);
  }

  @Property(tries = TRIES)
  void aProductContainsTheProductOfAnyPoints(@ForAll Random random) {
    contains(random, 10, BallArithmetic::multiply, Rational::multiply);
  }

  @Property(tries = TRIES)
  void aSquareContainsTheSquareOfAnyPoint(@ForAll Random random) {
    contains(random, 6, (over, a, b) -> over.square(a), (x, y) -> x.multiply(x));
  }

  @Property(tries = TRIES)
  void aQuotientContainsTheQuotientOfAnyPointsAndRefusesNothingElse(@ForAll Random random) {
    RandomBalls balls = new RandomBalls(random);
    for (int i = RandomBalls.share(10); i > 0; i--) {
      int bits = balls.bits();
      Ball a = balls.below(bits, balls.below(40) - 20);
      Ball b = balls.below(bits, balls.below(40) - 20);
      try {
        Ball quotient = BallArithmetic.ofBits(bits).divide(a, b);
        Rational y = balls.pointOf(b).toFraction();
        assertTrue(quotient.contains(balls.pointOf(a).toFraction().divide(y)));
      } catch (DomainException e) {
        assertTrue(b.contains(Rational.ZERO), () -> "refused to divide by " + b);
      }
    }
  }

  @Property(tries = TRIES)
  void aScaledBallContainsTheScaledPoints(@ForAll Random random) {
    RandomBalls balls = new RandomBalls(random);
    for (int i = RandomBalls.share(6); i > 0; i--) {
      int bits = balls.bits();
      Ball a = balls.below(bits, balls.below(40) - 20);
      Rational factor = Rational.of(balls.below(2000) - 1000, 1 + balls.below(1000));
      Ball result = BallArithmetic.ofBits(bits).scale(a, factor);
      assertTrue(result.contains(balls.pointOf(a).toFraction().multiply(factor)));
    }
  }

  @Property(tries = TRIES)
  void aSquareRootSquaredSurroundsAnyPointAndOnlyNegativeNumbersAreRefused(@ForAll Random random) {
    RandomBalls balls = new RandomBalls(random);
    for (int i = RandomBalls.share(8); i > 0; i--) {
      int bits = balls.bits();
      Ball a = balls.below(bits, balls.below(40) - 20);
      try {
        Ball root = BallArithmetic.ofBits(bits).sqrt(a);
        Rational x = balls.pointOf(a).toFraction();
        Rational low = root.lower();
        Rational high = root.upper();
        assertTrue(high.multiply(high).compareTo(x) >= 0, () -> "sqrt of " + a);
        assertTrue(low.signum() < 0 || low.multiply(low).compareTo(x) <= 0, () -> "sqrt of " + a);
      } catch (DomainException e) {
        assertTrue(a.lower().signum() < 0, () -> "refused the root of " + a);
      }
    }
  }

  @Property(tries = TRIES)
  void anIntegerSquareRootIsTheFloor(@ForAll Random random) {
    for (int i = RandomBalls.share(2); i > 0; i--) {
      BigInteger root = new BigInteger(1 + random.nextInt(2000), random);
      BigInteger square = root.multiply(root);
      assertEquals(root, SquareRoot.floor(square));
      if (root.signum() > 0) {
        assertEquals(
            root.subtract(BigInteger.ONE), SquareRoot.floor(square.subtract(BigInteger.ONE)));
        assertEquals(root, SquareRoot.floor(square.add(root.shiftLeft(1))));
      }
    }
  }

  /**
   * An odd root of 54 bits is no double, so that the proposal is one too small or one too large.
   */
  @Property(tries = TRIES)
  void anIntegerSquareRootIsTheFloorWhereNoDoubleIsTheRoot(@ForAll Random random) {
    BigInteger root = new BigInteger(54, random).setBit(53).setBit(0);
    for (int n = 0; n < 4; n++) {
      root = root.add(BigInteger.TWO);
      BigInteger square = root.multiply(root);
      assertEquals(root, SquareRoot.floor(square));
      assertEquals(root, SquareRoot.floor(square.add(root.shiftLeft(1))));
      assertEquals(
          root.subtract(BigInteger.ONE), SquareRoot.floor(square.subtract(BigInteger.ONE)));
    }
  }

  /** 4^k + 2, whose last bit is below the precision of the root. */
  @Property(tries = TRIES)
  void aSquareMissedByLittleHasNoExactRoot(@ForAll @IntRange(min = 1, max = 200) int k) {
    BigInteger half = BigInteger.TWO.pow(2 * k - 1).add(BigInteger.ONE);
    Ball root = BallArithmetic.ofBits(20).sqrt(Ball.of(half, 1, Magnitude.ZERO));
    assertTrue(!root.isExact() && root.upper().compareTo(Rational.of(BigInteger.TWO.pow(k))) > 0);
  }

  @Property(tries = TRIES)
  void aNarrowResultIsAsAccurateAsItsPrecision(@ForAll Random random) {
    RandomBalls balls = new RandomBalls(random);
    int bits = balls.bits();
    BallArithmetic over = BallArithmetic.ofBits(bits);
    Ball third = over.of(Rational.of(1, 3));
    Ball seventh = over.of(Rational.of(-5, 7));
    for (Ball result :
        new Ball[] {
          over.multiply(third, seventh), over.divide(third, seventh), over.subtract(third, seventh),
          over.sqrt(third), over.square(seventh), over.scale(third, Rational.of(22, 7))
        }) {
      assertTrue(result.accuracyBits() >= bits - 5, () -> bits + " bits gave " + result);
    }
  }

  @Property(tries = TRIES)
  void integersAndDyadicNumbersStayExact(@ForAll int a, @ForAll int b) {
    BallArithmetic over = BallArithmetic.ofBits(80);
    Ball x = over.of(a);
    Ball y = over.of(Rational.of(b, 1024));
    Ball result = over.subtract(over.multiply(x, y), over.add(over.square(x), y));
    assertTrue(result.isExact());
    assertTrue(over.subtract(result, result).isExact());
    assertEquals(0, over.subtract(result, result).mantissa().signum());
    assertEquals(Ball.exact(Math.abs((long) a)).lower(), over.sqrt(over.square(x)).lower());
  }

  @Property(tries = TRIES)
  void aNonNegativeBallHasNonNegativeProductsAndRoots(@ForAll Random random) {
    RandomBalls balls = new RandomBalls(random);
    BallArithmetic over = BallArithmetic.ofBits(100);
    Ball a = over.square(balls.below(100, 5));
    Ball wide = Ball.hull(Ball.exact(0), a);
    assertTrue(wide.isNonNegative());
    assertTrue(over.multiply(wide, over.square(balls.below(100, 5))).isNonNegative());
    assertTrue(over.sqrt(over.multiply(wide, wide)).isNonNegative());
  }

  @Property(tries = TRIES)
  void exponentsReachFarBeyondDoubles(@ForAll Random random) {
    RandomBalls balls = new RandomBalls(random);
    BallArithmetic over = BallArithmetic.ofBits(100);
    Ball a = balls.below(100, 1);
    Ball b = balls.below(100, 1);
    long far = 1L << 50;
    Ball product = over.multiply(a.shifted(far), b.shifted(-far));
    assertTrue(product.overlaps(over.multiply(a, b)));
    // what is far below the last bit goes into the radius
    Ball sum = over.add(over.of(Rational.of(1, 3)), Ball.exact(1).shifted(-far));
    assertTrue(sum.contains(Rational.of(1, 3)) && sum.accuracyBits() > 95);
  }

  @Property(tries = TRIES)
  void aRationalNumberIsInItsBall(
      @ForAll int numerator, @ForAll @IntRange(min = 1) int denominator) {
    BallArithmetic over = BallArithmetic.ofBits(80);
    Rational value = Rational.of(numerator, denominator);
    Ball ball = over.of(value);
    assertTrue(ball.contains(value));
    assertTrue(numerator == 0 || ball.accuracyBits() >= 77);
    Rational dyadic = Rational.of(numerator, 1 << 20);
    assertTrue(over.of(dyadic).isExact());
    assertEquals(dyadic, over.of(dyadic).lower());
    assertEquals(dyadic.negate(), over.negate(over.of(dyadic)).upper());
  }

  @Property(tries = TRIES)
  void aRoundedBallIsAsLongAsItsPrecisionAndContainsWhatItWas(
      @ForAll Random random, @ForAll @IntRange(min = 20, max = 90) int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits);
    assertEquals(bits, over.bits());
    Ball exact = Ball.of(new BigInteger(400, random).setBit(400).setBit(0), -300, Magnitude.ZERO);
    Ball rounded = over.round(exact);
    assertEquals(bits, rounded.mantissa().bitLength());
    assertTrue(rounded.contains(exact) && rounded.accuracyBits() >= bits - 2);
    Ball few = Ball.of(BigInteger.TWO.pow(300), 0, Magnitude.ZERO);
    assertTrue(over.round(few).isExact() && over.round(few).mantissa().bitLength() <= bits);
  }

  /** A product of rounded midpoints has a radius of about a unit, even where one factor is wide. */
  @Property(tries = TRIES)
  void aWideProductReachesFromOneProductOfEndPointsToAnother(
      @ForAll @IntRange(min = 1, max = 1000) int a,
      @ForAll @IntRange(min = 1, max = 1000) int r,
      @ForAll @IntRange(min = 1, max = 1000) int b) {
    BallArithmetic over = BallArithmetic.ofBits(80);
    Ball wide = Ball.of(BigInteger.valueOf(a), 0, Math.min(a, r), 0);
    Ball narrow = Ball.of(BigInteger.valueOf(b), 0, 1, -3);
    Assume.that(BallField.isWide(wide));
    Rational most = wide.upper().multiply(narrow.upper());
    for (Ball product : new Ball[] {over.multiply(wide, narrow), over.multiply(narrow, wide)}) {
      assertTrue(product.lower().signum() >= 0, product::toString);
      assertTrue(product.upper().compareTo(most.add(most.divide(1 << 27))) <= 0);
    }
  }

  /** Sums of numbers at any distance are exact up to the last bit of the precision. */
  @Property(tries = TRIES)
  void aSumAtAnyDistanceLosesNoMoreThanItsPrecision(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 400) int distance) {
    int bits = 60;
    BallArithmetic over = BallArithmetic.ofBits(bits);
    Ball large = Ball.exact(1 + random.nextInt(1000)).shifted(300);
    Ball small = Ball.exact(1 + random.nextInt(1000)).shifted(300L - distance);
    for (Ball sum : new Ball[] {over.add(large, small), over.subtract(large, small)}) {
      assertTrue(sum.isExact() || sum.accuracyBits() >= bits - 2 || distance < 12);
    }
    Rational exact = large.lower().add(small.lower());
    assertTrue(over.add(large, small).contains(exact));
  }
}
