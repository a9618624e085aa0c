package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.elementary.BinaryConstant;
import dev.zonal.arithmetic.elementary.Exponential;
import dev.zonal.arithmetic.elementary.ExponentialTable;
import dev.zonal.arithmetic.elementary.GroupedSum;
import dev.zonal.arithmetic.elementary.HornerSum;
import dev.zonal.arithmetic.elementary.HypergeometricSeries;
import dev.zonal.arithmetic.elementary.HypergeometricSum;
import dev.zonal.arithmetic.elementary.Logarithm;
import dev.zonal.arithmetic.elementary.PolarAngle;
import dev.zonal.arithmetic.elementary.RotationTable;
import dev.zonal.arithmetic.elementary.SineCosine;
import dev.zonal.arithmetic.elementary.TableGrid;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The bounds of docs/theory.md, section 3, where they are made: before the rounding to the working
 * precision, which is a thousand times coarser and would hide an error here.
 */
class FixedPointTest {
  private static final int TRIES = 300;

  @Property(tries = TRIES)
  void aSumIsWithinItsErrorOfALongerOne(
      @ForAll Random random,
      @ForAll HypergeometricSeries series,
      @ForAll @IntRange(min = 40, max = 1200) int bits) {
    BigInteger q = new BigInteger(bits - 2 - random.nextInt(Math.min(bits - 2, 30)), random);
    int more = bits + 64;
    HypergeometricSum sum = GroupedSum.of(series, q, bits);
    isWithinItsError(sum, GroupedSum.of(series, q.shiftLeft(more), bits + more), more);
  }

  @Property(tries = 10 * TRIES)
  void aSumByHornersSchemeIsWithinItsErrorOfALongerOneByTheOtherScheme(
      @ForAll Random random,
      @ForAll HypergeometricSeries series,
      @ForAll @IntRange(min = 12, max = 1024) int bits) {
    int least = HornerSum.LEAST_GAIN;
    BigInteger below = BigInteger.ONE.shiftLeft(bits - least - random.nextInt(bits - least));
    BigInteger q =
        random.nextInt(8) == 0
            ? below.subtract(BigInteger.ONE)
            : new BigInteger(below.bitLength() - 1, random);
    assertTrue(HornerSum.reaches(q, bits));
    int more = 64;
    HypergeometricSum sum = HornerSum.of(series, q, bits);
    isWithinItsError(sum, GroupedSum.of(series, q.shiftLeft(more), bits + more), more);
  }

  private static void isWithinItsError(HypergeometricSum sum, HypergeometricSum longer, int more) {
    BigInteger distance = sum.value().shiftLeft(more).subtract(longer.value()).abs();
    BigInteger bound =
        BigInteger.valueOf(sum.error()).shiftLeft(more).add(BigInteger.valueOf(longer.error()));
    assertTrue(distance.compareTo(bound) <= 0, () -> sum + " is far from " + longer);
  }

  private static void contains(
      Random random, int bits, Dyadic x, BiFunction<Dyadic, Integer, Ball> f) {
    Ball ball = f.apply(x, bits);
    Ball precise = f.apply(x, 2 * bits + 100);
    assertTrue(ball.contains(precise), () -> "at " + x.toDouble() + ": " + ball);
  }

  private static Dyadic positiveBelow(Random random, int bits, int magnitude) {
    BigInteger mantissa = BigInteger.ONE.shiftLeft(bits).add(new BigInteger(bits, random));
    return new Dyadic(mantissa, magnitude - bits - 1L - random.nextInt(12));
  }

  @Property(tries = TRIES)
  void theFunctionsOfAPointAreWithinTheirUnroundedRadius(
      @ForAll Random random, @ForAll @IntRange(min = 10, max = 3000) int bits) {
    contains(random, bits, positiveBelow(random, bits, 5), Exponential::at);
    contains(random, bits, positiveBelow(random, bits, 5), Logarithm::at);
    contains(random, bits, positiveBelow(random, bits, 8), (x, p) -> SineCosine.at(x, p).sine());
    contains(random, bits, positiveBelow(random, bits, 8), (x, p) -> SineCosine.at(x, p).cosine());
    contains(random, bits, positiveBelow(random, bits, 6), PolarAngle::arcTangent);
    contains(random, bits, positiveBelow(random, bits, 0), PolarAngle::arcSine);
  }

  @Property(tries = TRIES)
  void aConstantIsWithinTwoUnitsOfALongerOne(
      @ForAll BinaryConstant constant, @ForAll @IntRange(min = 1, max = 20000) int bits) {
    BigInteger longer = constant.times2To(bits + 500);
    BigInteger distance = constant.times2To(bits).shiftLeft(500).subtract(longer).abs();
    assertTrue(distance.compareTo(BigInteger.TWO.shiftLeft(500).add(BigInteger.TWO)) < 0);
  }

  @Property(tries = TRIES)
  void aTableIsWithinTwoUnitsOfTheSeries(
      @ForAll @IntRange(min = 0, max = 1023) int j,
      @ForAll @IntRange(min = 32, max = TableGrid.MOST_FRACTION) int bits) {
    Dyadic x = new Dyadic(BigInteger.valueOf(j), -TableGrid.BITS);
    int beyondTables = TableGrid.MOST_FRACTION + 100;
    SineCosine angle = SineCosine.at(x, beyondTables);
    isWithinTwoUnits(
        ExponentialTable.ofAtLeast(bits).power(j, bits), bits, Exponential.at(x, beyondTables));
    isWithinTwoUnits(RotationTable.ofAtLeast(bits).sine(j, bits), bits, angle.sine());
    isWithinTwoUnits(RotationTable.ofAtLeast(bits).cosine(j, bits), bits, angle.cosine());
  }

  private static void isWithinTwoUnits(BigInteger entry, int bits, Ball exact) {
    Ball two = Ball.of(entry, -bits, Magnitude.powerOfTwo(1 - bits));
    assertTrue(two.contains(exact), () -> entry + " 2^-" + bits + " is far from " + exact);
  }

  /** Lemma 3.1 speaks of arguments from 0 to 1/4. */
  @Property
  void argumentsOutsideOfZeroToOneQuarterAreRefused(@ForAll HypergeometricSeries series) {
    BigInteger quarter = BigInteger.ONE.shiftLeft(62);
    GroupedSum.of(series, quarter, 64);
    GroupedSum.of(series, BigInteger.ZERO, 64);
    for (BigInteger beyond :
        List.of(quarter.add(BigInteger.ONE), quarter.shiftLeft(5), BigInteger.ONE.negate())) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> GroupedSum.of(series, beyond, 64));
      assertEquals("the argument of the series is not in [0, 1/4]", refusal.getMessage());
    }
  }
}
