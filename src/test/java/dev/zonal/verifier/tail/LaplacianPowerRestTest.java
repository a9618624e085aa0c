package dev.zonal.verifier.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.spectral.LaplacianPowerExpansion;
import dev.zonal.verifier.document.Balls;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaplacianPowerRestTest {
  private static Structure.LaplacianPower sobolev(Rational s) {
    return new Structure.LaplacianPower(Rational.ONE, s, Rational.ZERO);
  }

  /** By another recurrence, in another order of operations. */
  @Property(tries = 1000, generation = GenerationMode.EXHAUSTIVE)
  void theTermsAreThoseOfTheProver(
      @ForAll @IntRange(min = 2, max = 9) int d, @ForAll @IntRange(min = 1, max = 12) int above) {
    Structure.LaplacianPower power = sobolev(Rational.of(d - 1L, 2L).add(Rational.of(above, 5L)));
    List<Tail.Term> terms = LaplacianPowerRest.of(power, d, 100).terms(5);
    LaplacianPowerExpansion expansion = LaplacianPowerExpansion.of(Balls.OVER, d, power, 5);
    for (int j = 0; j < 5; j++) {
      assertEquals(expansion.exponent(j), terms.get(j).exponent());
      assertTrue(expansion.coefficient(j).overlaps(terms.get(j).coefficient()));
      assertTrue(isKnown(terms.get(j).coefficient()), power + ", " + j);
    }
  }

  /** To 120 bits; where it is zero, as the second of s = 4 in d = 7, to as many after the point. */
  private static boolean isKnown(Ball coefficient) {
    return coefficient.accuracyBits() > 120
        || coefficient.containsZero() && coefficient.upperMagnitude().binaryOrder() < -120;
  }

  /** C_J of the prover, times the quotient of L_{2 sigma+2J} by L_{2 sigma} at K0 by Gamma. */
  @Property(tries = 8)
  void theRestIsThatOfTheorem15_3(
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll @IntRange(min = 1, max = 12) int above,
      @ForAll @IntRange(max = 9) int shift,
      @ForAll @IntRange(max = 2) int more,
      @ForAll @IntRange(min = 1, max = 40) int beyond) {
    Rational order = Rational.of(d - 1L, 2L).add(Rational.of(above, 5L));
    Structure.LaplacianPower power =
        new Structure.LaplacianPower(Rational.of(shift), order, Rational.of(1, 2));
    int kept = LaplacianPowerExpansion.leastTerms(d, power) + more;
    Rational sigma = power.exponent(d);
    long from = sigma.add(kept).floor().longValueExact() + beyond;
    LaplacianPowerRest rest = LaplacianPowerRest.of(power, d, from);
    assertTrue(rest.applies(kept));
    Ball constant = LaplacianPowerExpansion.of(Balls.OVER, d, power, kept).rest(kept).orElseThrow();
    Rational start = Balls.half(2 * from + d - 2);
    Ball expected =
        Balls.product(constant, Balls.quotient(power(start, sigma.add(kept)), power(start, sigma)));
    double quotient = rest.rest(kept).upper().divide(expected.upper()).doubleValue();
    assertEquals(1, quotient, 1e-6, rest + ": " + rest.rest(kept) + ", not " + expected);
  }

  /** L_{2 m}(K) = Gamma(K + 1/2 - m)/Gamma(K + 1/2 + m). */
  private static Ball power(Rational start, Rational m) {
    GammaFunction gamma = new GammaFunction(Balls.OVER);
    Rational middle = start.add(Rational.of(1, 2));
    return Balls.quotient(gamma.gamma(middle.subtract(m)), gamma.gamma(middle.add(m)));
  }

  /** Theorem 15.3 and Corollary 15.4, one hypothesis at a time. */
  @Test
  void itAppliesWhereTheTheoremDoes() {
    // s_2 = 5 in d = 3: k0 >= 3
    assertTrue(LaplacianPowerRest.of(sobolev(Rational.of(3, 2)), 3, 3).applies(2));
    assertFalse(LaplacianPowerRest.of(sobolev(Rational.of(3, 2)), 3, 2).applies(2));
    assertFalse(LaplacianPowerRest.of(sobolev(Rational.of(3, 2)), 3, 3).applies(0));
    // a = 15 in d = 10
    assertTrue(LaplacianPowerRest.of(sobolev(Rational.of(5)), 10, 30).applies(4));
    assertFalse(LaplacianPowerRest.of(sobolev(Rational.of(5)), 10, 30).applies(3));
    // k0 >= 1 where s_1 is small
    assertFalse(LaplacianPowerRest.of(sobolev(Rational.of(51, 100)), 2, 0).applies(1));
  }
}
