package dev.zonal.spectrum.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.ExactSpectrum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matern kernels of any smoothness, docs/theory.md, Propositions 9.17 and 9.18. */
class BesselMaternSpectrumTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  private static ExactSpectrum spectrum(int d, Rational nu, Rational c) {
    return nu.isInteger()
        ? new LogarithmicMaternSpectrum(d, nu.intValue(), c)
        : new BesselMaternSpectrum(d, nu, c);
  }

  private static Ball eta(int d, Rational nu, Rational c, long k) {
    return spectrum(d, nu, c).at(k).enclose(OVER);
  }

  /**
   * By mpmath: quadrature of the profile for c = 1, k to 10; quadrature of the mixture of Gaussians
   * otherwise.
   */
  @ParameterizedTest
  @CsvSource({
    "1/3, 1, 2, 0, 0.2560343623993189435525203",
    "1, 1, 2, 3, 0.01658310906596944912139701",
    "9/4, 1, 2, 10, 0.000002630650978726128819575803",
    "1/3, 1, 3, 10, 0.0006266155692760476720647069",
    "7/10, 1, 3, 2, 0.02598555942668970233334847",
    "1, 1, 3, 0, 0.4924804908678882741253632",
    "2, 1, 3, 3, 0.001388405991289945408550847",
    "7/10, 1, 5, 1, 0.05020498055575721826967501",
    "1, 1, 5, 10, 0.000005413693269908371598051944",
    "2, 1, 5, 0, 0.696169543258718496644364",
    "9/4, 1, 5, 2, 0.003021187759611665755245297",
    "1/3, 1, 3, 50, 9.56437812604451151e-6",
    "1/3, 7, 5, 4, 0.000358422334833084",
    "7/10, 1, 3, 50, 1.13206715489931669e-6",
    "7/10, 7, 5, 4, 0.000803592031577045858",
    "1, 1, 3, 50, 1.53786791773462132e-7",
    "1, 7, 5, 4, 0.00116848563224717457",
    "2, 1, 3, 50, 1.2085372377046606e-10",
    "2, 7, 5, 4, 0.00217151047909758229",
    "9/4, 1, 3, 50, 1.91485941668331088e-11",
    "9/4, 7, 5, 4, 0.00235065608204247774"
  })
  void theEigenvaluesAreTheIntegralsOfMpmath(
      String nu, String c, int d, long k, BigDecimal expected) {
    Ball eta = eta(d, Rational.parse(nu), Rational.parse(c), k);
    int digits = Math.min(expected.precision(), 15);
    MathContext context = new MathContext(digits);
    assertEquals(
        0, expected.round(context).compareTo(eta.decimal(30).orElseThrow().round(context)));
  }

  @Property(tries = 40)
  void atHalfIntegersTheSeriesIsTheOneOfTheElementaryKernel(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll @IntRange(min = 0, max = 4) int p,
      @ForAll("rates") Rational c,
      @ForAll @IntRange(min = 0, max = 60) int k) {
    Ball closed = new MaternSpectrum(d, p, c).at(k).enclose(OVER);
    assertTrue(closed.overlaps(eta(d, Rational.of(2L * p + 1, 2), c, k)));
  }

  @Property(tries = 30)
  void anIntegerSmoothnessLiesBetweenItsNeighbours(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll("rates") Rational c,
      @ForAll @IntRange(min = 0, max = 40) int k) {
    Rational step = Rational.of(1, 1L << 30);
    Ball middle = eta(d, Rational.of(n), c, k);
    Ball below = eta(d, Rational.of(n).subtract(step), c, k);
    Ball above = eta(d, Rational.of(n).add(step), c, k);
    // Smooth in nu: the second difference is of the size of the square of the step.
    Ball mean = OVER.scale(OVER.add(below, above), Rational.of(1, 2));
    Ball difference = OVER.divide(OVER.subtract(mean, middle), middle).abs();
    assertTrue(difference.certainlyLess(OVER.of(Rational.of(1, 1L << 40))), difference.toString());
  }

  @Property(tries = 30)
  void theEigenvaluesArePositiveAndDecrease(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll("rates") Rational c,
      @ForAll @IntRange(min = 0, max = 100) int k) {
    Ball eta = eta(d, nu, c, k);
    assertTrue(eta.isPositive());
    assertTrue(eta(d, nu, c, k + 1L).certainlyLess(eta));
  }

  @Property(tries = 30)
  void aSeriesCutShortStillEncloses(
      @ForAll @IntRange(min = 2, max = 6) int d,
      @ForAll("smoothnesses") Rational nu,
      @ForAll("rates") Rational c,
      @ForAll @IntRange(min = 0, max = 12) int k,
      @ForAll @IntRange(min = 0, max = 40) int depth) {
    Ball cut =
        nu.isInteger()
            ? new LogarithmicMaternSpectrum(d, nu.intValue(), c).sum(OVER, k, depth)
            : new BesselMaternSpectrum(d, nu, c).sum(OVER, k, depth);
    assertTrue(cut.overlaps(eta(d, nu, c, k)), cut.toString());
  }

  @Test
  void theEigenvaluesAddUpToTheValueAtCoincidence() {
    for (Rational nu : new Rational[] {Rational.of(4), Rational.of(22, 5)}) {
      Ball sum = OVER.of(0);
      long last = 400;
      for (long k = 0; k <= last; k++) {
        sum = OVER.add(sum, OVER.scale(eta(3, nu, Rational.of(2), k), Rational.of(2 * k + 1)));
      }
      // The eigenvalues beyond are below C k^-(2 nu + 2), with C below 10^5.
      Ball gap = OVER.subtract(Ball.exact(1), sum);
      assertTrue(gap.isPositive(), gap.toString());
      assertTrue(gap.certainlyLess(OVER.of(Rational.of(1, 1L << 40))), gap.toString());
    }
  }

  @Test
  void aLongFractionAndALargeRateHaveNoSeries() {
    for (String text : new String[] {"nu=1/10000000019,c=1", "nu=1/3,c=5001", "nu=2,c=5001"}) {
      assertEquals(
          Optional.empty(), ExactSpectra.of(KernelSpecification.parse("matern:" + text), 3));
    }
  }

  @Test
  void theRateMayBeARoot() {
    Ball root =
        new LogarithmicMaternSpectrum(3, 2, RationalPower.sqrt(Rational.of(2))).at(5).enclose(OVER);
    Ball near = eta(3, Rational.of(2), Rational.parse("1414213562/1000000000"), 5);
    Ball quotient = OVER.subtract(OVER.divide(root, near), Ball.exact(1)).abs();
    assertTrue(quotient.certainlyLess(OVER.of(Rational.of(1, 100_000_000))), quotient.toString());
    assertTrue(!root.overlaps(near));
  }

  @Provide
  Arbitrary<Rational> rates() {
    return Arbitraries.integers().between(1, 60).map(n -> Rational.of(n, 10));
  }

  @Provide
  Arbitrary<Rational> smoothnesses() {
    return Arbitraries.of("1/7", "1/3", "7/10", "1", "9/8", "2", "9/4", "3", "14/3", "7")
        .map(Rational::parse);
  }
}
