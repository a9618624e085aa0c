package dev.zonal.spectrum.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.value.Sphere;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaplacianPowerExpansionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(300);

  /** A power on a sphere on which it is that of a kernel. */
  record OnSphere(int dimension, Structure.LaplacianPower power) {}

  @Provide
  Arbitrary<OnSphere> powers() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 9),
            Arbitraries.integers().between(1, 40),
            Arbitraries.integers().between(1, 80))
        .as(
            (d, above, quarters) ->
                new OnSphere(
                    d,
                    new Structure.LaplacianPower(
                        Rational.of(quarters, 4L), Rational.of(above, 6L), Rational.of(1, 2))));
  }

  /** L_m(K). */
  private static Ball quotient(Rational m, Rational k) {
    Rational middle = k.add(Rational.of(1, 2));
    Rational half = m.divide(2);
    return new GammaFunction(OVER).ratio(middle.subtract(half), middle.add(half));
  }

  private static Ball sum(LaplacianPowerExpansion expansion, int terms, int d, long k) {
    Ball sum = OVER.of(0);
    for (int j = 0; j < terms; j++) {
      Rational m = expansion.exponent(j).add(d - 1L);
      Ball term = OVER.multiply(expansion.weight(j), quotient(m, new Sphere(d).shifted(k)));
      sum = OVER.add(sum, term);
    }
    return sum;
  }

  /** Theorem 15.3, at all k from the first allowed on. */
  @Property(tries = 60)
  void whatTheTermsLeaveIsWithinTheBound(
      @ForAll("powers") OnSphere on,
      @ForAll @IntRange(max = 5) int more,
      @ForAll @IntRange(max = 60) int beyond) {
    int d = on.dimension();
    int terms = LaplacianPowerExpansion.leastTerms(d, on.power()) + more;
    LaplacianPowerExpansion expansion = LaplacianPowerExpansion.of(OVER, d, on.power(), terms);
    Ball bound = expansion.rest(terms).orElseThrow();
    long first = expansion.exponent(terms).divide(2).floor().longValueExact() + 1;
    long k = Math.max(1, first) + beyond;
    Ball left = OVER.subtract(on.power().eigenvalue(OVER, d, k), sum(expansion, terms, d, k)).abs();
    Rational m = expansion.exponent(terms).add(d - 1L);
    Ball most = OVER.multiply(bound, quotient(m, new Sphere(d).shifted(k)));
    assertTrue(left.lower().compareTo(most.upper()) <= 0, on + ", k = " + k);
  }

  /** By hand: sigma = 3/2, a = -3/4: G = (t/v)^2 (1 - 3 t^2/32 + ...), t^2 = w - w^2/12 + ... */
  @Test
  void theFirstCoefficientsAreThoseByHand() {
    Structure.LaplacianPower sobolev =
        new Structure.LaplacianPower(Rational.ONE, Rational.of(3, 2), Rational.ZERO);
    LaplacianPowerExpansion expansion = LaplacianPowerExpansion.of(OVER, 3, sobolev, 2);
    assertTrue(expansion.weight(0).contains(Rational.ONE));
    // gamma_1 = -1/12 - 3/32, times 3 4
    assertTrue(expansion.weight(1).contains(Rational.of(-17, 8)));
    assertEquals(Rational.ONE, expansion.exponent(0));
    assertEquals(Rational.of(3), expansion.exponent(1));
  }

  /** J^2 at least a = (d-2)^2/4 - q: 15 in dimension 10. */
  @Test
  void fewerTermsThanTheTheoremAsksForHaveNoBound() {
    Structure.LaplacianPower sobolev =
        new Structure.LaplacianPower(Rational.ONE, Rational.of(5), Rational.ZERO);
    assertEquals(4, LaplacianPowerExpansion.leastTerms(10, sobolev));
    LaplacianPowerExpansion expansion = LaplacianPowerExpansion.of(OVER, 10, sobolev, 4);
    assertTrue(expansion.rest(3).isEmpty());
    assertTrue(expansion.rest(4).isPresent());
  }
}
