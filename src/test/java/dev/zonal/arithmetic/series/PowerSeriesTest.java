package dev.zonal.arithmetic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is said of a series holds for its coefficients, the unknown ones among them. */
class PowerSeriesTest {
  private static PowerSeries<Integer> series(
      int valuation, int stride, int order, int size, boolean polynomial) {
    List<Integer> ones = Collections.nCopies(size, 1);
    return new PowerSeries<>(valuation, stride, order, ones, polynomial, 0);
  }

  /** The coefficients that such a series may have, written out one by one. */
  private static boolean isTerm(int n, int valuation, int stride, int size) {
    return IntStream.range(0, size).anyMatch(i -> valuation + i * stride == n);
  }

  @Property
  void aCoefficientIsKnownBelowTheOrderAndThereOnly(
      @ForAll @IntRange(min = 0, max = 12) int valuation,
      @ForAll @IntRange(min = 1, max = 2) int stride,
      @ForAll @IntRange(min = 1, max = 12) int order,
      @ForAll @IntRange(min = 0, max = 12) int size,
      @ForAll boolean polynomial) {
    PowerSeries<Integer> series = series(valuation, stride, order, size, polynomial);
    for (int n = 0; n < order; n++) {
      assertEquals(isTerm(n, valuation, stride, size) ? 1 : 0, series.coefficient(n), "x^" + n);
    }
    assertThrows(IllegalArgumentException.class, () -> series.coefficient(order));
    assertThrows(IllegalArgumentException.class, () -> series.coefficient(-1));
  }

  @Property
  void theValuationIsTheLeastExponentThatMayHaveACoefficient(
      @ForAll @IntRange(min = 0, max = 12) int valuation,
      @ForAll @IntRange(min = 1, max = 2) int stride,
      @ForAll @IntRange(min = 1, max = 12) int order,
      @ForAll @IntRange(min = 0, max = 12) int size) {
    PowerSeries<Integer> series = series(valuation, stride, order, size, false);
    int least = valuation;
    while (least < order && size == 0) {
      // what is known is zero
      least += stride;
    }
    assertEquals(least, series.valuation());
  }

  @Property
  void aSeriesIsWholeIfItIsAPolynomialThatTheOrderDoesNotCut(
      @ForAll @IntRange(min = 0, max = 12) int valuation,
      @ForAll @IntRange(min = 1, max = 2) int stride,
      @ForAll @IntRange(min = 1, max = 12) int order,
      @ForAll @IntRange(min = 0, max = 12) int size,
      @ForAll boolean polynomial) {
    PowerSeries<Integer> series = series(valuation, stride, order, size, polynomial);
    boolean whole = polynomial && (size == 0 || valuation + (size - 1) * stride < order);
    assertEquals(whole, series.isExact());
    assertEquals(whole && size == 0, series.isZero());
    assertEquals(whole && size == 1, series.isMonomial());
    if (!series.isZero()) {
      assertEquals(stride == 2 && valuation % 2 == 0, series.isEven());
      assertEquals(stride == 2 && valuation % 2 == 1, series.isOdd());
    }
  }

  @Property
  void zeroIsEvenAndOddAndNothingKnownIsNeither(
      @ForAll @IntRange(min = 0, max = 3) int valuation,
      @ForAll @IntRange(min = 1, max = 9) int order) {
    PowerSeries<Integer> zero = series(valuation, 1, order, 0, true);
    assertTrue(zero.isEven() && zero.isOdd());
    PowerSeries<Integer> unknown = series(valuation, 1, order, 0, false);
    assertFalse(unknown.isEven() || unknown.isOdd() || unknown.isZero());
  }
}
