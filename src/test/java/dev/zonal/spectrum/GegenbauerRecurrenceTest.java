package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class GegenbauerRecurrenceTest {

  @Property(tries = 300)
  void theFixedPointValueIsWithinItsBoundOfTheExactOne(
      @ForAll @IntRange(min = 2, max = 60) int dimension,
      @ForAll @LongRange(min = -1024, max = 1024) long numerator,
      @ForAll @IntRange(min = 0, max = 60) int degree) {
    // 12 bits only, so that the errors are large and a bound that is too small is found out
    int bits = 12;
    BigInteger u = BigInteger.valueOf(numerator).shiftLeft(bits - 10);
    GegenbauerRecurrence walk = new GegenbauerRecurrence(dimension, u, bits);
    while (walk.degree() < degree) {
      walk.advance();
    }
    BigFraction exact = exact(dimension, BigFraction.of(numerator, 1024), degree);
    BigFraction computed = BigFraction.of(walk.value(), BigInteger.ONE.shiftLeft(bits));
    BigFraction units = computed.subtract(exact).abs().multiply(BigInteger.ONE.shiftLeft(bits));
    BigInteger bound = GegenbauerRecurrence.errorBound(dimension, degree);
    assertTrue(units.compareTo(BigFraction.of(bound)) <= 0, () -> units + " > " + bound);
  }

  @Property(tries = 200)
  void noSequenceOfRoundingErrorsExceedsTheBound(
      @ForAll @IntRange(min = 2, max = 40) int dimension,
      @ForAll @LongRange(min = -16, max = 16) long sixteenths,
      @ForAll @IntRange(min = 2, max = 24) int degree) {
    // Three units in the worst direction at every step: the sum of the |impulse responses|.
    BigFraction u = BigFraction.of(sixteenths, 16);
    BigFraction worst = BigFraction.ZERO;
    for (int start = 2; start <= degree; start++) {
      worst = worst.add(impulseResponse(dimension, u, start, degree).abs().multiply(3));
    }
    BigInteger bound = GegenbauerRecurrence.errorBound(dimension, degree);
    assertTrue(worst.compareTo(BigFraction.of(bound)) <= 0);
  }

  @Test
  void everyPolynomialIsOneAtOne() {
    BigInteger one = BigInteger.ONE.shiftLeft(100);
    for (int dimension : new int[] {2, 3, 4, 10, 784}) {
      GegenbauerRecurrence walk = new GegenbauerRecurrence(dimension, one, 100);
      for (int k = 0; k < 30; k++, walk.advance()) {
        assertEquals(one, walk.value());
      }
    }
  }

  private static BigFraction impulseResponse(int dimension, BigFraction u, int start, int degree) {
    return walk(dimension, u, BigFraction.ZERO, BigFraction.ONE, start, degree);
  }

  private static BigFraction exact(int dimension, BigFraction u, int degree) {
    return degree == 0 ? BigFraction.ONE : walk(dimension, u, BigFraction.ONE, u, 1, degree);
  }

  private static BigFraction walk(
      int dimension, BigFraction u, BigFraction previous, BigFraction current, int from, int to) {
    for (int k = from; k < to; k++) {
      BigFraction next =
          u.multiply(current)
              .multiply(2 * k + dimension - 2)
              .subtract(previous.multiply(k))
              .divide(k + dimension - 2);
      previous = current;
      current = next;
    }
    return current;
  }
}
