package dev.zonal.theorem.geometric;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Lemma 17.6: the deviations hold every term of a sequence, and no more than they must. */
class NearLimitTest {
  /** Radii have 31 bits. */
  private static final Rational ROUNDING = Rational.of(1, 1L << 24);

  @Provide
  Arbitrary<Rational> numbers() {
    return Arbitraries.integers().between(-12, 12).map(i -> Rational.of(i, 4));
  }

  /** The ball is the interval between two numbers, but for rounding. */
  private static void assertHull(Rational one, Rational other, Ball ball) {
    Rational least = one.compareTo(other) < 0 ? one : other;
    Rational most = least.equals(one) ? other : one;
    assertBetween(least.subtract(ROUNDING), least, ball.lower());
    assertBetween(most, most.add(ROUNDING), ball.upper());
  }

  private static void assertBetween(Rational least, Rational most, Rational x) {
    assertTrue(least.compareTo(x) <= 0 && x.compareTo(most) <= 0, () -> x + " near " + least);
  }

  private static void assertIs(Rational exact, Ball ball) {
    assertHull(exact, exact, ball);
  }

  private static NearLimit near(Rational limit, Rational deviation) {
    return NearLimit.of(limit).plus(new NearLimit(Ball.exact(0), NearLimit.OVER.of(deviation)));
  }

  /** n/((n + h) n0) is monotone: its ends are n = n0 and the limit. */
  @Property(tries = 100)
  void theDeviationOfAReciprocalIsBetweenItsFirstAndItsLast(
      @ForAll("numbers") Rational h, @ForAll @IntRange(min = 4, max = 90) int from) {
    NearLimit reciprocal = NearLimit.reciprocal(h, from);
    assertIs(Rational.ZERO, reciprocal.limit());
    Rational first = Rational.ONE.divide(h.add(from));
    assertHull(first, Rational.of(1, from), reciprocal.deviation());
  }

  @Property(tries = 100)
  void theDeviationOfAQuotientIsBetweenItsFirstAndItsLast(
      @ForAll("numbers") Rational j,
      @ForAll("numbers") Rational h,
      @ForAll @IntRange(min = 4, max = 90) int from) {
    NearLimit quotient = NearLimit.quotient(j, h, from);
    assertIs(Rational.ONE, quotient.limit());
    Rational first = j.add(from).divide(h.add(from)).subtract(Rational.ONE);
    assertHull(first, j.subtract(h).divide(from), quotient.deviation());
  }

  @Property(tries = 100)
  void theDeviationOfSecondOrderIsThatOfTheLemma(
      @ForAll("numbers") Rational c,
      @ForAll("numbers") Rational h,
      @ForAll("numbers") Rational g,
      @ForAll @IntRange(min = 4, max = 90) int from) {
    NearLimit second = NearLimit.ofSecondOrder(NearLimit.OVER.of(c), h, g, from);
    assertIs(Rational.ZERO, second.limit());
    Rational bound = c.divide(Rational.of(from).pow(2)).multiply(atLeastOne(h, from));
    assertHull(Rational.ZERO, bound.multiply(atLeastOne(g, from)), second.deviation());
  }

  /** max(1, n0/(n0 + h)). */
  private static Rational atLeastOne(Rational h, int from) {
    return h.signum() >= 0 ? Rational.ONE : Rational.of(from).divide(h.add(from));
  }

  @Test
  void aPoleFromTheFirstTermOnIsRefused() {
    for (Rational h : List.of(Rational.of(-4), Rational.of(-9, 2))) {
      assertThrows(IllegalArgumentException.class, () -> NearLimit.reciprocal(h, 4));
      assertThrows(
          IllegalArgumentException.class,
          () -> NearLimit.ofSecondOrder(Ball.exact(1), h, Rational.ONE, 4));
      assertThrows(
          IllegalArgumentException.class,
          () -> NearLimit.ofSecondOrder(Ball.exact(1), Rational.ONE, h, 4));
    }
    assertHull(
        Rational.of(2), Rational.of(1, 4), NearLimit.reciprocal(Rational.of(-7, 2), 4).deviation());
  }

  /** Of sequences v + D n0/n and w + E n0/n. */
  @Property(tries = 200)
  void sumsAndProductsAreThoseOfTheTerms(
      @ForAll("numbers") Rational v,
      @ForAll("numbers") Rational d,
      @ForAll("numbers") Rational w,
      @ForAll("numbers") Rational e) {
    NearLimit one = near(v, d);
    NearLimit two = near(w, e);
    assertIs(v.add(w), one.plus(two).limit());
    assertIs(d.add(e), one.plus(two).deviation());
    assertIs(v.subtract(w), one.minus(two).limit());
    assertIs(d.subtract(e), one.minus(two).deviation());
    assertIs(v.multiply(w), one.times(w).limit());
    assertIs(d.multiply(w), one.times(w).deviation());
    assertIs(v.multiply(w), one.times(two).limit());
    Rational mixed = v.multiply(e).add(w.multiply(d));
    assertHull(mixed, mixed.add(d.multiply(e)), one.times(two).deviation());
  }

  @Property(tries = 100)
  void overItsLimitASequenceTendsToOne(
      @ForAll("numbers") Rational d, @ForAll @IntRange(min = 1, max = 9) int quarters) {
    for (Rational v : List.of(Rational.of(quarters, 4), Rational.of(-quarters, 4))) {
      NearLimit relative = near(v, d).relative();
      assertIs(Rational.ONE, relative.limit());
      assertIs(d.divide(v), relative.deviation());
    }
  }

  /** A mean of later terms may be as near to the limit as one likes. */
  @Property(tries = 100)
  void meansAreAnywhereBetweenTheLimitAndTheDeviation(
      @ForAll("numbers") Rational v, @ForAll("numbers") Rational d) {
    NearLimit means = near(v, d).ofMeans();
    assertIs(v, means.limit());
    assertHull(Rational.ZERO, d, means.deviation());
  }
}
