package dev.zonal.arithmetic.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lemma 4.1 in exact decimals: outward, and by two units in the last place at most. */
class RoundingTest {
  private static final BigDecimal SLACK = new BigDecimal(0x1p-50);

  private static BigDecimal exact(double x) {
    return new BigDecimal(x);
  }

  private static void isAbove(BigDecimal exact, double bound) {
    assertTrue(exact(bound).compareTo(exact) >= 0, () -> bound + " is below " + exact);
    BigDecimal most = exact.abs().multiply(SLACK).add(exact);
    assertTrue(exact(bound).compareTo(most) <= 0, () -> bound + " is far above " + exact);
  }

  private static void isBelow(BigDecimal exact, double bound) {
    isAbove(exact.negate(), -bound);
  }

  private static double some(Random random, int exponent) {
    return Math.scalb(1 + random.nextDouble(), exponent);
  }

  @Property
  void operationsErrOutward(
      @ForAll Random random, @ForAll @IntRange(min = -60, max = 60) int distance) {
    double a = some(random, 0);
    double b = some(random, distance);
    isAbove(exact(a).add(exact(b)), Rounding.addUp(a, b));
    isBelow(exact(a).subtract(exact(b)), Rounding.subtractDown(a, b));
    isAbove(exact(a).multiply(exact(b)), Rounding.multiplyUp(a, b));
    isBelow(exact(a).multiply(exact(b)), Rounding.multiplyDown(a, b));
    double quotient = Rounding.divideUp(a, b);
    assertTrue(exact(quotient).multiply(exact(b)).compareTo(exact(a)) >= 0);
    double root = Rounding.sqrtDown(b);
    isAtMostTheRoot(root, exact(b));
    assertTrue(quotient <= a / b * (1 + 0x1p-51) && root >= Math.sqrt(b) * (1 - 0x1p-51));
    BigDecimal square = exact(a).pow(2).add(exact(b).pow(2));
    isAtMostTheRoot(Rounding.modulusDown(a, -b), square);
    assertTrue(exact(Rounding.modulusUp(-a, b)).pow(2).compareTo(square) >= 0);
    assertTrue(Rounding.modulusUp(a, b) <= Rounding.modulusDown(a, b) * (1 + 0x1p-49));
  }

  private static void isAtMostTheRoot(double root, BigDecimal square) {
    assertTrue(root >= 0 && exact(root).pow(2).compareTo(square) <= 0);
  }

  @Property
  void whatUnderflowsOrOverflowsIsBoundedStill(
      @ForAll Random random, @ForAll @IntRange(min = 350, max = 1020) int exponent) {
    for (int sign : new int[] {-1, 1}) {
      double x = some(random, sign * exponent);
      double y = some(random, sign * exponent);
      BigDecimal square = exact(x).pow(2).add(exact(y).pow(2));
      double up = Rounding.modulusUp(x, y);
      assertTrue(Double.isInfinite(up) || exact(up).pow(2).compareTo(square) >= 0);
      isAtMostTheRoot(Rounding.modulusDown(x, y), square);
    }
    double tiny = some(random, -exponent);
    assertTrue(Rounding.multiplyUp(tiny, tiny) > 0);
    assertTrue(Rounding.multiplyDown(tiny, tiny) >= 0);
    assertTrue(exact(Rounding.multiplyDown(tiny, tiny)).compareTo(exact(tiny).pow(2)) <= 0);
    assertTrue(Rounding.divideUp(Double.MIN_VALUE, 1 / tiny) > 0);
  }

  @Example
  void zerosStayExact() {
    assertEquals(0, Rounding.addUp(0, 0));
    assertEquals(0, Rounding.multiplyUp(0, 3));
    assertEquals(0, Rounding.divideUp(0, 3));
    assertEquals(0, Rounding.sqrtDown(0));
  }
}
