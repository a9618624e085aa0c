package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Longest;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.elementary.Exponential;
import dev.zonal.arithmetic.elementary.GroupedSum;
import dev.zonal.arithmetic.elementary.HornerSum;
import dev.zonal.arithmetic.elementary.HypergeometricSeries;
import dev.zonal.arithmetic.elementary.HypergeometricSum;
import dev.zonal.arithmetic.elementary.Logarithm;
import dev.zonal.arithmetic.elementary.PolarAngle;
import dev.zonal.arithmetic.elementary.SineCosine;
import dev.zonal.arithmetic.elementary.TableGrid;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The radii of docs/theory.md, section 3, are no smaller than what its statements add up to. The
 * sums are far better than their bounds, so that no true error would show a missing unit.
 */
class FunctionRadiusTest {
  /** The bound of Lemma 3.1a for a sum by Horner's scheme. */
  private static final int SUM = 4;

  private static final int TABLE = 2;
  private static final int TRIES = 200;

  /** A number between numerator 2^-10 and the next multiple of 2^-10. */
  private static Dyadic beyond(int numerator, Random random, int bits) {
    BigInteger rest = new BigInteger(bits, random).setBit(0);
    return new Dyadic(BigInteger.valueOf(numerator).shiftLeft(bits).add(rest), -10L - bits);
  }

  private static void assertUnits(int least, Ball ball) {
    assertUnits(Rational.of(least), ball.radius().upper(), ball.exponent());
  }

  /** The radius is at least so many units 2^exponent, and at most a tenth and four more. */
  private static void assertUnits(Rational least, Rational radius, long exponent) {
    Rational units = radius.divide(new Dyadic(BigInteger.ONE, exponent).toFraction());
    assertTrue(units.subtract(least).signum() >= 0, () -> units + " units, not " + least);
    Rational most = least.multiply(Rational.of(11, 10)).add(4);
    assertTrue(units.subtract(most).signum() <= 0, () -> units + " units for " + least);
  }

  private static void contains(BiFunction<Dyadic, Integer, Ball> f, Dyadic x, int bits) {
    for (Dyadic signed : new Dyadic[] {x, new Dyadic(x.mantissa.negate(), x.exponent)}) {
      Ball ball = f.apply(signed, bits);
      assertTrue(ball.contains(f.apply(signed, 3 * bits + 200)), () -> "at " + x + ": " + ball);
    }
  }

  @Property(tries = TRIES)
  void anExponentialAddsUpSumSquaringsTableAndReduction(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 700) int j,
      @ForAll @IntRange(min = 10, max = 1000) int bits) {
    int fraction = bits + 24;
    Ball ball = Exponential.at(beyond(j, random, bits), bits);
    // Proposition 3.4 and Lemma 3.4a: (E + 2) + 4, then 3 for the argument and 1 for the size
    exponential(SUM + 2 + 4 + 3 + 1, ball, fraction);
    exponential(
        TABLE + 3 + 1, Exponential.at(new Dyadic(BigInteger.valueOf(j), -10), bits), fraction);
  }

  private static void exponential(int least, Ball ball, int fraction) {
    Rational relative = ball.radius().upper().divide(ball.midpoint().upper());
    assertUnits(Rational.of(least), relative, -fraction);
  }

  @Property(tries = 50)
  void anExponentialBeyondTheTablesAddsTheSquaringsToItsSum(
      @ForAll Random random, @ForAll @IntRange(min = 1030, max = 1500) int fraction) {
    BigInteger argument = new BigInteger(fraction - random.nextInt(10), random);
    Exponential.Fixed fixed = Exponential.fixed(argument, fraction);
    long sum =
        HypergeometricSum.of(HypergeometricSeries.EXPONENTIAL, argument, fixed.bits()).error();
    assertTrue(fixed.error() >= sum + 2);
    assertTrue(fixed.error() <= sum + 6);
  }

  @Property(tries = TRIES)
  void sineAndCosineAddUpSumsRotationAndReduction(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 1023) int j,
      @ForAll @IntRange(min = 30, max = 400) int bits) {
    SineCosine at = SineCosine.at(beyond(j, random, bits), bits);
    BigInteger below = new BigInteger(bits, random).setBit(bits - 1);
    SineCosine small = SineCosine.at(new Dyadic(below, -10L - bits), bits);
    SineCosine grid = SineCosine.at(new Dyadic(BigInteger.valueOf(j), -10), bits);
    // Proposition 3.5: E + 1 by the series, 2 for the argument; Lemma 3.4a: turned, twice that and
    // 5
    for (Ball ball : new Ball[] {at.sine(), at.cosine()}) {
      assertUnits(2 * (SUM + 1) + 5 + 2, ball);
    }
    assertUnits(SUM + 1 + 2, small.sine());
    assertUnits(TABLE + 2, grid.sine());
  }

  @Property(tries = 50)
  void sineAndCosineByDoublingAreAsAccurateAsTheRoot(
      @ForAll Random random, @ForAll @IntRange(min = 1030, max = 1500) int fraction) {
    BigInteger argument = new BigInteger(fraction - 5, random).setBit(fraction - 6);
    int doublings = Math.max(2, (int) (Math.sqrt(fraction) / 2) - 5);
    BigInteger square = argument.multiply(argument).shiftRight(fraction);
    long sum =
        HypergeometricSum.of(HypergeometricSeries.VERSINE, square, fraction + 2 * doublings)
            .error();
    SineCosine.Fixed fixed = SineCosine.fixed(argument, fraction);
    // 2 d / sin t + 1 for d = E + 4
    Rational least =
        Rational.of(BigInteger.valueOf(2 * (sum + 4)).shiftLeft(fraction), fixed.sine()).add(1);
    Rational error = Ball.of(BigInteger.ZERO, 0, fixed.error()).upper();
    assertTrue(error.subtract(least).signum() >= 0);
    assertTrue(error.subtract(least.multiply(2)).signum() <= 0);
  }

  @Property(tries = TRIES)
  void aLogarithmAddsUpExponentialSumAndArgument(
      @ForAll Random random, @ForAll @IntRange(min = 10, max = 370) int bits) {
    // Proposition 3.6 where e^y is in the table: 3 e + 2 E + 12
    int inside = 3 * TABLE + 2 * SUM + 12;
    // 3 for the multiple of log 2, less than 2 for the argument
    assertUnits(
        inside + 3 + 2, Logarithm.at(beyond(1300 + random.nextInt(700), random, bits), bits));
    // near one: less than 2 for the argument, 3 where it is inverted
    assertUnits(inside + 2, Logarithm.at(beyond(1100 + random.nextInt(100), random, bits), bits));
    assertUnits(inside + 3, Logarithm.at(beyond(800 + random.nextInt(100), random, bits), bits));
  }

  @Property(tries = TRIES)
  void anAngleAddsUpRotationSumAndArgument(
      @ForAll Random random, @ForAll @IntRange(min = 10, max = 370) int bits) {
    Dyadic x = beyond(300 + random.nextInt(700), random, bits);
    // Proposition 3.7 where the rotation is in the table: 4 eps + E + 4, less than 3 for the vector
    int least = 4 * TABLE + SUM + 4 + 3;
    assertUnits(least, PolarAngle.arcTangent(x, bits));
    assertUnits(least, PolarAngle.arcSine(x, bits));
    assertUnits(least, PolarAngle.of(new Dyadic(BigInteger.ONE, -1), x, bits));
  }

  @Property(tries = TRIES)
  void aTinyArgumentTakesTheFirstTermAndBoundsTheNext(
      @ForAll @IntRange(min = 8, max = 60) int bits,
      @ForAll @IntRange(min = 1, max = 30) int more) {
    // all but a power of two, where the bounds are as good as they get
    BigInteger ones = BigInteger.ONE.shiftLeft(40).subtract(BigInteger.ONE);
    Dyadic below = new Dyadic(ones, -40L - bits - more);
    contains(Exponential::at, below, bits);
    Dyadic half = new Dyadic(ones, -40L - bits / 2 - more);
    contains((x, p) -> SineCosine.at(x, p).sine(), half, bits);
    contains((x, p) -> SineCosine.at(x, p).cosine(), half, bits);
    contains(PolarAngle::arcTangent, half, bits);
    contains(PolarAngle::arcSine, half, bits);
    contains((x, p) -> Logarithm.at(x.plus(BigInteger.ONE, 0), p), below, bits);
  }

  @Property(tries = TRIES)
  void theReductionOfALargeArgumentHasBitsForItsMultiple(
      @ForAll Random random,
      @ForAll @IntRange(min = 10, max = 100) int bits,
      @ForAll @IntRange(min = 1, max = 50) int magnitude) {
    Dyadic x = new Dyadic(new BigInteger(80, random).setBit(79), magnitude - 80L);
    contains(Exponential::at, x, bits);
    contains((y, p) -> SineCosine.at(y, p).sine(), x, bits);
    contains((y, p) -> SineCosine.at(y, p).cosine(), x, bits);
    Dyadic far = new Dyadic(x.mantissa, 1L << Math.min(magnitude, 20));
    assertTrue(Logarithm.at(far, bits).contains(Logarithm.at(far, 300)));
  }

  @Example
  void theSineOfAnAngleBeyondReductionIsAnything() {
    SineCosine far = SineCosine.at(new Dyadic(BigInteger.ONE, (1 << 20) + 5), 50);
    Ball one = Ball.exact(1);
    for (Ball ball : new Ball[] {far.sine(), far.cosine()}) {
      assertTrue(ball.contains(one) && ball.contains(one.negated()));
    }
  }

  @Property(tries = TRIES)
  void aSumAllowsForAnArgumentThatIsOneUnitOff(
      @ForAll Random random,
      @ForAll HypergeometricSeries series,
      @ForAll @IntRange(min = 40, max = 300) int bits,
      @ForAll @IntRange(min = 3, max = 30) int gain) {
    BigInteger q = new BigInteger(bits - gain, random).add(BigInteger.ONE);
    HypergeometricSum sum = HypergeometricSum.of(series, q, bits);
    for (int off : new int[] {-1, 1}) {
      BigInteger meant = q.add(BigInteger.valueOf(off)).shiftLeft(100);
      HypergeometricSum longer = GroupedSum.of(series, meant, bits + 100);
      BigInteger distance = sum.value().shiftLeft(100).subtract(longer.value()).abs();
      BigInteger bound = BigInteger.valueOf(sum.error()).shiftLeft(100);
      assertTrue(distance.subtract(BigInteger.valueOf(longer.error())).compareTo(bound) <= 0);
    }
  }

  @Property(tries = TRIES)
  void theBoundOfAGroupedSumIsThatOfItsLemma(
      @ForAll Random random, @ForAll @IntRange(min = 45, max = 50) int gain) {
    int bits = 100;
    BigInteger q = new BigInteger(bits - gain, random).setBit(bits - gain - 1);
    // 12! is the last factorial below 2^31: one group, N = 13 in 4 columns and 4 rows
    long error = GroupedSum.of(HypergeometricSeries.EXPONENTIAL, q, bits).error();
    assertEquals(3 * 13 + 4 * 4 + 2, error);
  }

  /** Lemma 3.4a: 2^15 (P + 11) units of P bits, less than one of those kept. */
  @Example
  void theGuardBitsOfATableHoldTheErrorsOfAllItsSteps() {
    int longest = new Longest<>(bits -> bits).ofAtLeast(TableGrid.MOST_FRACTION);
    int wide = TableGrid.wide(longest);
    long error = (wide + 11L) << 15;
    assertTrue(error < 1L << (wide - longest), error + " units");
  }

  @Property(tries = TRIES)
  void theLongestIsAsLongAsAsked(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 1000) Integer> asked) {
    Longest<Integer> longest = new Longest<>(bits -> bits);
    for (int bits : asked) {
      int made = longest.ofAtLeast(bits);
      assertTrue(made >= bits, made + " bits for " + bits);
      assertEquals(made, longest.ofAtLeast(made));
      assertTrue(longest.ofAtLeast(made + 1) > made);
    }
  }

  @Example
  void hornersSchemeIsForSmallArgumentsAndShortNumbers() {
    BigInteger q = BigInteger.ONE.shiftLeft(90).subtract(BigInteger.ONE);
    assertTrue(HornerSum.reaches(q, 100));
    assertFalse(HornerSum.reaches(q.add(BigInteger.ONE), 100));
    assertTrue(HornerSum.reaches(q, 1024));
    assertFalse(HornerSum.reaches(q, 1025));
  }
}
