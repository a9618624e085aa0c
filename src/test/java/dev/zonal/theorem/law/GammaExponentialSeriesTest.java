package dev.zonal.theorem.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The numbers of Proposition 12.10, evaluated apart from the statement. */
class GammaExponentialSeriesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);

  private static Asymptotics asymptotics(Rational gamma, Rational c, int d) {
    String kernel = "gammaexp:gamma=" + gamma + ",c=" + c;
    return Asymptotics.of(Spectrum.of(KernelSpecification.parse(kernel), d));
  }

  /** The proposition for one kernel, from k0 on. */
  private record Statement(int d, Rational gamma, Rational c, long from) {
    /** J. */
    long kept() {
      return Math.min(24, ceiling(Rational.of(4).divide(gamma)));
    }

    Rational order() {
      return gamma.multiply(kept());
    }

    /** N. */
    long beyond() {
      return ceiling(Rational.of(2 * from).divide(gamma));
    }

    private static long ceiling(Rational x) {
      return x.negate().floor().negate().longValueExact();
    }

    private Rational shifted(long k) {
      return Rational.of(2 * k + d - 2, 2);
    }

    private Ball lambda(long k, long n) {
      return ChordPowerSpectrum.of(d, gamma.multiply(n)).at(k).enclose(OVER).abs();
    }

    private Ball power(Rational base, Rational exponent) {
      return OVER.power(OVER.of(base), exponent);
    }

    /** x^n/n!, or c^n/n!. */
    private Ball weight(Ball x, long n) {
      Ball weight = Ball.exact(1);
      for (long i = 1; i <= n; i++) {
        weight = OVER.divide(OVER.multiply(weight, x), OVER.of(i));
      }
      return weight;
    }

    private Ball x() {
      return OVER.scale(power(Rational.of(2), gamma), c);
    }

    boolean holds() {
      Rational half = gamma.divide(2);
      if (beyond() <= kept() + 1 || shifted(from).multiply(2).compareTo(gamma.add(d - 1L)) <= 0) {
        return false;
      }
      Rational last = half.add(from + d - 1L).divide(Rational.of(from).subtract(half));
      Ball growth = power(shifted(from + 1).divide(shifted(from)), order());
      Ball step = OVER.scale(OVER.multiply(x(), growth), last.divide(beyond() + 1));
      return step.certainlyLess(OVER.of(Rational.of(1, 2)));
    }

    /** The sum over the terms below 2 k0, relative to the first. */
    Ball sum() {
      Ball sum = Ball.exact(0);
      Ball weight = weight(OVER.of(c), kept());
      for (long n = kept() + 1; n < beyond(); n++) {
        weight = OVER.scale(weight, c.divide(n));
        if (!gamma.multiply(n).divide(2).isInteger()) {
          sum = OVER.add(sum, OVER.multiply(weight, lambda(from, n)));
        }
      }
      return OVER.divide(sum, OVER.scale(lambda(from, 1), c));
    }

    /** Y. */
    Ball rest() {
      long next = gamma.multiply(beyond()).divide(2).floor().longValueExact() + 1;
      Ball ratio = power(shifted(next).divide(shifted(from)), order());
      Ball last = OVER.multiply(weight(x(), beyond()), OVER.scale(ratio, Rational.of(2)));
      return OVER.add(sum(), OVER.divide(last, OVER.scale(lambda(next, 1), c)));
    }
  }

  @Provide
  Arbitrary<Rational> exponents() {
    return Arbitraries.of("1/7", "1/3", "1/2", "2/3", "5/4", "3/2", "7/4").map(Rational::parse);
  }

  @Provide
  Arbitrary<Rational> rates() {
    return Arbitraries.of("1/10", "1", "5/2", "8", "40").map(Rational::parse);
  }

  /** A sum that is cut off is larger by 2^-39 of the first term at most. */
  @Property(tries = 25)
  void theExpansionIsThatOfTheProposition(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll("exponents") Rational gamma,
      @ForAll("rates") Rational c,
      @ForAll Parity parity,
      @ForAll @IntRange(min = 1, max = 40) int k) {
    assertIsThatOfTheProposition(d, gamma, c, parity, k);
  }

  /** Where the hypotheses begin to hold: N = J + 2, a step of 1/2, powers up to 2 k0. */
  @Test
  void theExpansionBeginsWhereTheHypothesesHold() {
    for (String gamma : List.of("1/3", "1/2", "5/4", "3/2")) {
      for (int k = 1; k <= 8; k++) {
        for (Rational c : List.of(Rational.of(1, 10), Rational.of(3, 2))) {
          assertIsThatOfTheProposition(2, Rational.parse(gamma), c, Parity.of(k), k);
          assertIsThatOfTheProposition(5, Rational.parse(gamma), c, Parity.of(k), k);
        }
      }
    }
  }

  private static void assertIsThatOfTheProposition(
      int d, Rational gamma, Rational c, Parity parity, long k) {
    Statement statement = new Statement(d, gamma, c, parity.firstFrom(k));
    Optional<UniformExpansion> found = asymptotics(gamma, c, d).from(parity, k, 192);
    boolean holds = statement.holds() && !statement.sum().certainlyGreater(Ball.exact(1));
    assertEquals(holds, found.isPresent(), statement::toString);
    if (holds) {
      Rational expected = statement.rest().midpoint().lower();
      Rational upper = found.get().rest().upper();
      assertTrue(upper.compareTo(expected) >= 0, () -> upper + " below " + expected);
      Rational little = expected.divide(1 << 20).add(Rational.of(1, 1L << 38));
      assertTrue(upper.compareTo(expected.add(little)) <= 0, () -> upper + ", " + expected);
      assertEquals(statement.order(), found.get().order());
      assertEquals(statement.from(), found.get().from());
    }
  }

  /** Even powers of the chord are polynomials and are left out. */
  @Property(tries = 10)
  void theTermsAreThoseOfTheExponentialSeries(
      @ForAll("exponents") Rational gamma, @ForAll @IntRange(min = 1, max = 20) int tenths) {
    Rational c = Rational.of(tenths, 10);
    Asymptotics asymptotics = asymptotics(gamma, c, 3);
    Statement statement = new Statement(3, gamma, c, 200);
    List<Rational> exponents = new ArrayList<>();
    List<Rational> coefficients = new ArrayList<>();
    Rational weight = Rational.ONE;
    for (long n = 1; n <= statement.kept(); n++) {
      weight = weight.multiply(c.negate()).divide(n);
      Rational s = gamma.multiply(n);
      assertEquals(Optional.of(weight), rational(asymptotics, s), s::toString);
      if (!s.divide(2).isInteger()) {
        exponents.add(s);
        coefficients.add(weight);
      }
    }
    UniformExpansion expansion = asymptotics.from(Parity.EVEN, 200, 192).orElseThrow();
    assertEquals(
        exponents, expansion.terms().stream().map(UniformExpansion.Term::exponent).toList());
    for (int i = 0; i < exponents.size(); i++) {
      Ball coefficient = expansion.terms().get(i).coefficient();
      assertTrue(coefficient.contains(coefficients.get(i)), coefficient::toString);
      assertTrue(coefficient.accuracyBits() > 180, coefficient::toString);
    }
  }

  private static Optional<Rational> rational(Asymptotics asymptotics, Rational s) {
    return asymptotics.exactCoefficient(Chart.CHORD, s).flatMap(known -> known.rational());
  }

  @Test
  void whatIsNoTermIsZeroAndFarTermsAreNotKnownExactly() {
    Asymptotics asymptotics = asymptotics(Rational.of(1, 2), Rational.of(2), 3);
    assertEquals(Optional.of(Rational.ZERO), rational(asymptotics, Rational.of(3, 4)));
    assertEquals(
        Optional.of(Rational.ZERO),
        asymptotics
            .exactCoefficient(Chart.ANTIPODAL_CHORD, Rational.of(1, 2))
            .flatMap(known -> known.rational()));
    assertTrue(rational(asymptotics, Rational.of(32)).isPresent());
    assertTrue(rational(asymptotics, Rational.of(65, 2)).isEmpty());
    assertEquals(Optional.of(Rational.of(1, 2)), asymptotics.relativeOrder());
  }

  @Test
  void thePowerOneOfTheChordIsLookedForUpToTheHundredThousandthTerm() {
    assertTrue(coefficientOfTheChord("1/100000").isPresent());
    assertTrue(coefficientOfTheChord("1/100001").isEmpty());
    Ball none = coefficientOfTheChord("2/3").orElseThrow();
    assertTrue(none.isExact() && none.containsZero());
  }

  private static Optional<Ball> coefficientOfTheChord(String gamma) {
    return asymptotics(Rational.parse(gamma), Rational.ONE, 3)
        .first(64)
        .map(ChordTerm::atCoincidence);
  }
}
