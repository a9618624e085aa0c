package dev.zonal.theorem.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.kernel.elementary.BesselMaternKernel;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The law of the Matern kernels, docs/theory.md, Proposition 12.14. */
class MaternSeriesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static Optional<UniformExpansion> expansion(
      int d, Rational nu, Rational c, Parity parity, long k) {
    return Asymptotics.of(Spectrum.of(new BesselMaternKernel(nu, c), d)).from(parity, k, 200);
  }

  @Property(tries = 40)
  void noEigenvalueIsFurtherFromTheTermsThanTheBoundSays(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll @IntRange(min = 1, max = 40) int tenths,
      @ForAll Parity parity,
      @ForAll @IntRange(min = 1, max = 40) int k) {
    Rational c = Rational.of(tenths, 10);
    Optional<UniformExpansion> proved = expansion(d, nu, c, parity, k);
    proved.ifPresent(
        expansion -> {
          for (long at = expansion.from(); at < 4L * expansion.from() + 20; at += 2) {
            Ball eta = ExactSpectra.of(new BesselMaternKernel(nu, c), d).get().at(at).enclose(OVER);
            Ball terms =
                OVER.multiply(expansion.leadingTerm(OVER, at), expansion.relativeSum(OVER, at));
            Ball distance =
                OVER.divide(OVER.subtract(eta, terms), expansion.leadingTerm(OVER, at)).abs();
            assertTrue(
                !distance.certainlyGreater(expansion.restAt(at)),
                distance + " beyond " + expansion.restAt(at) + " at " + at);
          }
        });
  }

  @Property(tries = 30)
  void theConstantIsOneFormulaForEverySmoothness(
      @ForAll @IntRange(min = 2, max = 9) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll @IntRange(min = 1, max = 40) int tenths) {
    Rational c = Rational.of(tenths, 10);
    Ball constant =
        Asymptotics.of(Spectrum.of(new BesselMaternKernel(nu, c), d))
            .constant(Parity.ODD, 150)
            .orElseThrow();
    GammaFunction gamma = new GammaFunction(OVER);
    Ball quotient = OVER.divide(gamma.gamma(nu.add(Rational.of(d - 1, 2))), gamma.gamma(nu));
    Ball outer = GammaQuotient.ONE.timesPowerOfTwo(d - 2).timesPowerOfSqrtPi(-1).gamma(d).in(OVER);
    Ball formula =
        OVER.multiply(OVER.multiply(outer, quotient), OVER.power(OVER.of(c), nu.multiply(2)));
    assertTrue(constant.overlaps(formula), constant + ", " + formula);
    assertTrue(constant.accuracyBits() > 100);
  }

  @Test
  void theBoundIsNotAFarCryFromTheRest() {
    for (String nu : new String[] {"7/10", "1", "2", "9/4"}) {
      UniformExpansion expansion =
          expansion(3, Rational.parse(nu), Rational.ONE, Parity.EVEN, 20).orElseThrow();
      Ball eta =
          ExactSpectra.of(new BesselMaternKernel(Rational.parse(nu), Rational.ONE), 3)
              .get()
              .at(20)
              .enclose(OVER);
      Ball terms = OVER.multiply(expansion.leadingTerm(OVER, 20), expansion.relativeSum(OVER, 20));
      Ball distance = OVER.divide(OVER.subtract(eta, terms), expansion.leadingTerm(OVER, 20)).abs();
      assertTrue(
          OVER.multiply(distance, Ball.exact(3)).certainlyGreater(expansion.rest()),
          nu + ": " + distance + ", " + expansion.rest());
    }
  }

  @Test
  void theExpansionBeginsWhereTheHypothesesHold() {
    // N = k0 - nu = 1 < J = 2
    assertEquals(Optional.empty(), expansion(3, Rational.of(7), Rational.ONE, Parity.EVEN, 8));
    assertTrue(expansion(3, Rational.of(7), Rational.of(1, 9), Parity.ODD, 9).isPresent());
    // k0 is below nu
    assertEquals(Optional.empty(), expansion(3, Rational.of(7), Rational.ONE, Parity.EVEN, 6));
    // the step is about 0.4 at k0 = 3, where nothing else is wrong
    Rational nu = Rational.of(1, 7);
    assertEquals(Optional.empty(), expansion(6, nu, Rational.ONE, Parity.ODD, 3));
    assertTrue(expansion(6, nu, Rational.ONE, Parity.ODD, 5).isPresent());
    // c^2/((k0+1) (k0+1-nu)) is above 1/4 times the growth
    assertEquals(Optional.empty(), expansion(3, Rational.of(1), Rational.of(9), Parity.EVEN, 10));
    assertTrue(expansion(3, Rational.of(1), Rational.of(9), Parity.EVEN, 100).isPresent());
  }

  @Provide
  Arbitrary<Rational> smoothnesses() {
    return Arbitraries.of("1/7", "1/3", "7/10", "1", "9/8", "2", "9/4", "3", "14/3", "7")
        .map(Rational::parse);
  }
}
