package dev.zonal.theorem.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.spectral.LaplacianPowerExpansion;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaplacianPowerSeriesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static Structure.LaplacianPower power(long shift, Rational order) {
    return new Structure.LaplacianPower(Rational.of(shift), order, Rational.of(1, 2));
  }

  /** Corollary 15.4, logarithms among them. */
  @Property(tries = 40)
  void whatTheTermsLeaveDecaysAsItIsProved(
      @ForAll @IntRange(min = 2, max = 11) int d,
      @ForAll @IntRange(min = 1, max = 9) int halves,
      @ForAll @IntRange(min = 1, max = 9) int shift,
      @ForAll @IntRange(min = 1, max = 40) int start,
      @ForAll @IntRange(max = 300) int beyond) {
    Structure.LaplacianPower given = power(shift, Rational.of(halves, 2));
    LaplacianPowerSeries series = new LaplacianPowerSeries(given, d);
    Optional<UniformExpansion> found = series.from(Parity.EVEN, start, 192);
    if (found.isEmpty()) {
      return;
    }
    UniformExpansion expansion = found.get();
    long k = expansion.from() + 2L * beyond;
    Ball leading = expansion.leadingTerm(OVER, k);
    Ball sum = OVER.multiply(leading, expansion.relativeSum(OVER, k));
    Ball left = OVER.divide(OVER.subtract(given.eigenvalue(OVER, d, k), sum), leading).abs();
    assertTrue(left.lower().compareTo(expansion.restAt(k).upper()) <= 0, "k = " + k + ": " + left);
    assertTrue(expansion.constant(OVER).contains(Rational.ONE));
  }

  /** Y of Corollary 15.4, with C_J (2 sigma)_2J as the expansion bounds it. */
  @Property(tries = 30)
  void theRestIsThatOfTheCorollary(
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll @IntRange(min = 1, max = 9) int halves,
      @ForAll @IntRange(min = 1, max = 9) int shift,
      @ForAll @IntRange(min = 1, max = 40) int start) {
    Structure.LaplacianPower given = power(shift, Rational.of(halves, 2));
    int kept = Math.max(2, LaplacianPowerExpansion.leastTerms(d, given));
    Rational sigma = given.exponent(d);
    Ball least =
        LaplacianPowerExpansion.of(BallArithmetic.ofBits(96), d, given, kept)
            .rest(kept)
            .orElseThrow();
    Rational bound = least.upper();
    Rational below = least.lower();
    long from = Parity.ODD.firstFrom(start);
    Rational square = Rational.of(2 * from + d - 2, 2).pow(2);
    Rational last = sigma.multiply(2).add(2L * kept).subtract(d - 1L);
    boolean reaches = UniformExpansion.reaches(d, from, last);
    for (int j = 0; reaches && j < kept; j++) {
      Rational half = sigma.add(j).add(Rational.of(1, 2)).pow(2);
      bound = bound.divide(square.subtract(half));
      below = below.divide(square.subtract(half));
    }
    boolean holds = reaches && bound.compareTo(Rational.ONE) <= 0;
    Optional<UniformExpansion> found =
        new LaplacianPowerSeries(given, d).from(Parity.ODD, start, 192);
    if (!reaches || below.compareTo(Rational.ONE) > 0) {
      assertTrue(found.isEmpty());
    } else if (holds) {
      // Between the ends of what encloses the bound either answer is right.
      assertEquals(Rational.of(2L * kept), found.get().order());
      assertEquals(kept, found.get().terms().size());
      Rational upper = found.get().rest().upper();
      assertTrue(upper.compareTo(bound) >= 0);
      assertTrue(upper.compareTo(bound.multiply(Rational.of(1_000_001, 1_000_000))) <= 0);
    }
  }

  /** 2 k0 &gt; s_J: for sobolev:s=3/2 in d = 3, s_2 = 5, and a half more for Lemma 12.8. */
  @Test
  void thereIsNoExpansionFromTooSmallAFrequency() {
    LaplacianPowerSeries series =
        new LaplacianPowerSeries(
            new Structure.LaplacianPower(Rational.ONE, Rational.of(3, 2), Rational.ZERO), 3);
    assertTrue(series.from(Parity.EVEN, 2, 192).isEmpty());
    assertTrue(series.from(Parity.EVEN, 20, 192).isPresent());
  }

  @Test
  void theConstantIsOneAndLogarithmsAreSaid() {
    LaplacianPowerSeries odd = new LaplacianPowerSeries(power(1, Rational.of(1, 2)), 3);
    LaplacianPowerSeries even = new LaplacianPowerSeries(power(1, Rational.ONE), 3);
    assertEquals(Optional.of(PiRational.of(Rational.ONE)), odd.exactConstant());
    assertTrue(odd.note().isEmpty());
    assertEquals("A_s is the coefficient of r^s log r", even.note().orElseThrow());
  }
}
