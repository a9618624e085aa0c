package dev.zonal.verifier.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.elementary.BesselMaternKernel;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proposition 12.14 as the verifier has it, beside the prover, which goes from term to term. */
class MaternRestTest {
  private static final int KEPT = 2;

  private static Optional<UniformExpansion> proved(int d, Rational nu, Rational c, long from) {
    return Asymptotics.of(Spectrum.of(new BesselMaternKernel(nu, c), d))
        .from(Parity.of(from), from, 200)
        .filter(expansion -> expansion.from() == from);
  }

  @Provide
  Arbitrary<Rational> smoothnesses() {
    return Arbitraries.of("1/7", "1/3", "7/10", "1", "9/8", "2", "9/4", "3", "14/3", "7")
        .map(Rational::parse);
  }

  @Property(tries = 30)
  void theTermsAndTheRestAreThoseOfTheProver(
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll @IntRange(min = 1, max = 40) int tenths,
      @ForAll @IntRange(min = 1, max = 60) int from) {
    Rational c = Rational.of(tenths, 10);
    Optional<UniformExpansion> expansion = proved(d, nu, c, from);
    if (expansion.isEmpty()) {
      return;
    }
    MaternRest rest = new MaternRest(nu, c, d, from);
    assertTrue(rest.applies(KEPT));
    List<Tail.Term> terms = rest.terms(KEPT);
    assertEquals(KEPT, terms.size());
    for (int j = 0; j < KEPT; j++) {
      UniformExpansion.Term term = expansion.get().terms().get(j);
      assertEquals(term.exponent(), terms.get(j).exponent());
      assertTrue(term.coefficient().overlaps(terms.get(j).coefficient()));
      assertTrue(terms.get(j).coefficient().accuracyBits() > 100);
    }
    isNear(expansion.get().rest(), rest.rest(KEPT));
  }

  /** To a millionth, and the 40 bits below the leading term that both bound together. */
  private static void isNear(Ball expected, Ball bound) {
    double most = expected.upper().doubleValue();
    assertEquals(most, bound.upper().doubleValue(), 1e-6 * most + 1e-11);
  }

  /** J = 1, N at least J, k0 above nu, and each factor of the step, on both sides of its border. */
  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, 20, 1, true",
    "3, 1, 1, 20, 0, false",
    "3, 7, 1/9, 9, 2, true",
    "3, 7, 1/9, 9, 3, false",
    "3, 27/4, 1/9, 8, 2, true",
    "3, 7, 1/9, 7, 1, false",
    "3, 7, 1/9, 6, 1, false",
    "3, 1, 9, 10, 2, false",
    "3, 1, 9, 100, 2, true",
    "6, 1/7, 1, 3, 2, false",
    "6, 1/7, 1, 5, 2, true"
  })
  void itAppliesWhereTheHypothesesHold(
      int d, String nu, String c, long from, int kept, boolean applies) {
    MaternRest rest = new MaternRest(Rational.parse(nu), Rational.parse(c), d, from);
    assertEquals(applies, rest.applies(kept));
  }

  /** c^2 (1 + 1/K0)^2J (nu+k0+d-1)/((k0-nu) (k0+1) (k0+1-nu)) is less than 1/4. */
  @Property(tries = 40)
  void theStepIsLessThanAQuarter(
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll @IntRange(min = 9, max = 60) int from,
      @ForAll @IntRange(min = 1, max = 2) int kept) {
    double n = nu.doubleValue();
    double start = from + (d - 2) / 2.0;
    double step =
        Math.pow((start + 1) / start, 2 * kept)
            * (n + from + d - 1)
            / ((from - n) * (from + 1) * (from + 1 - n));
    double border = Math.sqrt(0.25 / step);
    Rational below = Rational.of(Math.round(border * (1 - 1e-9) * 1e12), 1000000000000L);
    Rational above = Rational.of(Math.round(border * (1 + 1e-9) * 1e12), 1000000000000L);
    assertTrue(new MaternRest(nu, below, d, from).applies(kept));
    assertFalse(new MaternRest(nu, above, d, from).applies(kept));
  }
}
