package dev.zonal.spectrum.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.NotIntegrableException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ChordPowerSpectrumTest {
  @Property
  void theLeastDimensionIsTheFirstThatIsAllowed(
      @ForAll @IntRange(min = -2000, max = 2000) int numerator,
      @ForAll @IntRange(min = 1, max = 5) int denominator) {
    Rational s = Rational.of(numerator, denominator);
    int least = ChordPowerSpectrum.leastDimension(s);
    ChordPowerSpectrum.of(least, s);
    if (least > 2) {
      assertThrows(NotIntegrableException.class, () -> ChordPowerSpectrum.of(least - 1, s));
    }
  }

  private static Rational q(long p, long q) {
    return Rational.of(p, q);
  }

  private static PiRational lambda(int d, long s, long k) {
    return ChordPowerSpectrum.of(d, s).exact(k);
  }

  private static Rational sameKind(PiRational a, PiRational like) {
    assertTrue(a.isZero() || like.isZero() || a.power() == like.power());
    return a.coefficient();
  }

  @Property(tries = 200)
  void onTheCircleTheChordHasTheCoefficientsOfTheSineOfHalfTheAngle(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long k) {
    Rational fourKSquared = Rational.of(k).multiply(Rational.of(k)).multiply(4);
    PiRational expected = new PiRational(q(4, 1).divide(Rational.ONE.subtract(fourKSquared)), -1);
    assertEquals(expected, lambda(2, 1, k));
  }

  @Test
  void inThreeDimensionsTheInverseChordHasTheCoefficientsOfTheGeneratingFunction() {
    // 1/r = Sum P_k, so eta_k (2k+1) = 1.
    for (int k = 0; k < 50; k++) {
      assertEquals(PiRational.of(q(1, 2L * k + 1)), lambda(3, -1, k));
    }
  }

  @Property(tries = 300)
  void multiplyingByTheSquareOfTheChordFollowsTheThreeTermRule(
      @ForAll @IntRange(min = 2, max = 60) int d,
      @ForAll @IntRange(min = 0, max = 60) int shift,
      @ForAll @IntRange(min = 0, max = 80) int k) {
    // r^(s+2) = 2 (1 - u) r^s
    long s = 2L - d + shift;
    PiRational here = lambda(d, s, k);
    PiRational raised = lambda(d, s + 2, k);
    Rational above = sameKind(lambda(d, s, k + 1), here).multiply(k + d - 2);
    Rational below = k == 0 ? Rational.ZERO : sameKind(lambda(d, s, k - 1), here).multiply(k);
    Rational timesU =
        k == 0 ? sameKind(lambda(d, s, 1), here) : above.add(below).divide(2 * k + d - 2);
    assertEquals(here.coefficient().subtract(timesU).multiply(2), sameKind(raised, here));
  }

  @Property(tries = 200)
  void theDimensionWalkHolds(
      @ForAll @IntRange(min = 2, max = 60) int d,
      @ForAll @IntRange(min = 0, max = 30) int shift,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long k) {
    long s = 2L - d + shift;
    PiRational here = lambda(d, s, k);
    PiRational up = lambda(d, s, k + 2);
    Rational walked =
        here.coefficient().subtract(sameKind(up, here)).multiply(d).divide(Rational.of(2 * k + d));
    assertEquals(walked, sameKind(lambda(d + 2, s, k), here));
  }

  @Test
  void evenPowersArePolynomialsThatVanishAtCoincidence() {
    for (int d = 2; d < 9; d++) {
      for (int s = 2; s < 12; s += 2) {
        Rational trace = Rational.ZERO;
        for (int k = 0; k <= s / 2; k++) {
          trace = trace.add(lambda(d, s, k).rational().orElseThrow().multiply(multiplicity(d, k)));
        }
        assertEquals(Rational.ZERO, trace);
        assertTrue(lambda(d, s, s / 2 + 1).isZero());
        assertTrue(lambda(d, s, 1_000_000_000_000_000_000L).isZero());
      }
    }
  }

  @Test
  void oddPowersAlternateInSignOnceTheFrequencyIsLarge() {
    for (int j = 0; j < 10; j++) {
      assertEquals(j % 2 == 0 ? -1 : 1, lambda(784, 2 * j + 1, 1000).coefficient().signum());
    }
  }

  @Property(tries = 100)
  void theBallsContainTheExactNumbersAndSoDoThoseRaisedFromTheOneBefore(
      @ForAll @IntRange(min = 2, max = 100) int d,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long k) {
    BallArithmetic over = BallArithmetic.ofBits(100);
    Ball raised = ChordPowerSpectrum.of(d, 1).in(over, k);
    for (int j = 0; j < 12; j++) {
      ChordPowerSpectrum spectrum = ChordPowerSpectrum.of(d, 2 * j + 1);
      PiRational exact = spectrum.exact(k);
      Ball direct = spectrum.in(over, k);
      Ball wide = exact.in(BallArithmetic.ofBits(300));
      assertTrue(direct.overlaps(wide) && raised.overlaps(wide));
      assertTrue(direct.accuracyBits() > 80 && raised.accuracyBits() > 80);
      raised = ChordPowerSpectrum.raise(over, raised, d, k, Rational.of(2L * j + 1));
    }
  }

  @Test
  void aPowerThatIsNotIntegrableIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ChordPowerSpectrum.of(3, -2));
    assertThrows(IllegalArgumentException.class, () -> ChordPowerSpectrum.of(1, 1));
  }

  private static long multiplicity(int d, int k) {
    if (k == 0) {
      return 1;
    }
    long binomial = 1; // C(k+d-3, k-1)
    for (int i = 1; i <= k - 1; i++) {
      binomial = binomial * (d - 2 + i) / i;
    }
    return (2L * k + d - 2) * binomial / k;
  }
}
