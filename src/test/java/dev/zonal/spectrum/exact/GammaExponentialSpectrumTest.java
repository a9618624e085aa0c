package dev.zonal.spectrum.exact;

import static dev.zonal.spectrum.exact.ExactSpectraTest.eigenvalue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaExponentialSpectrumTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static Ball series(String kernel, int d, long k) {
    Structure.Radial parsed = (Structure.Radial) KernelSpecification.parse(kernel).structure();
    return new GammaExponentialSpectrum(d, parsed.rate(), parsed.power()).at(k).enclose(OVER);
  }

  @ParameterizedTest
  @CsvSource({"2,0", "2,7", "3,1", "3,60", "5,1000000000000", "40,3", "40,100"})
  void theSeriesAgreesWithTheLaplaceKernelWhereGammaIsOne(int d, long k) {
    assertTrue(series("gammaexp:c=4,gamma=1", d, k).overlaps(eigenvalue("laplace:c=4", d, k)));
  }

  @ParameterizedTest
  @CsvSource({"2,0", "2,7", "3,1", "3,60", "40,3", "40,100"})
  void theSeriesAgreesWithTheGaussianKernelWhereGammaIsTwo(int d, long k) {
    assertTrue(series("gammaexp:c=3/2,gamma=2", d, k).overlaps(eigenvalue("gaussian:c=3/2", d, k)));
  }

  @Test
  void anExponentWithoutASmallPeriodObeysTheDimensionWalk() {
    String kernel = "gammaexp:c=1,gamma=0.73170001";
    Ball difference = OVER.subtract(eigenvalue(kernel, 3, 4), eigenvalue(kernel, 3, 6));
    Ball walked = OVER.scale(difference, Rational.of(3, 11));
    assertTrue(walked.overlaps(eigenvalue(kernel, 5, 4)));
  }

  @Test
  void gammaHasItsReflectionAndItsFactorials() {
    for (int bits : new int[] {60, 200, 700}) {
      BallArithmetic over = BallArithmetic.ofBits(bits);
      GammaFunction gamma = new GammaFunction(over);
      Ball half = gamma.gamma(Rational.of(-1, 2));
      assertTrue(over.square(half).overlaps(over.scale(over.pi(), Rational.of(4))));
      Ball thirds = over.multiply(gamma.gamma(Rational.of(1, 3)), gamma.gamma(Rational.of(2, 3)));
      Ball reflected = over.divide(over.scale(over.pi(), Rational.of(2)), over.sqrt(over.of(3)));
      assertTrue(thirds.overlaps(reflected) && thirds.accuracyBits() > bits - 8);
      assertTrue(gamma.gamma(Rational.of(11)).contains(Rational.of(3628800)));
      assertTrue(gamma.gamma(Rational.of(1001)).overlaps(GammaQuotient.ONE.gamma(2002).in(over)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000_001, 1_000_000_007, 999_999_999_999_999L})
  void aGaussianEigenvalueOfHugeFrequencyFollowsTheThreeTermRule(long k) {
    // I_(v-1)(x) - I_(v+1)(x) = (2v/x) I_v(x), x = 2c: eta_(k-1) - eta_(k+1) = (2k+d-2)/(2c) eta_k
    BallArithmetic wide = BallArithmetic.ofBits(300);
    Ball below = at(wide, k - 1);
    Ball above = at(wide, k + 1);
    Ball expected = wide.scale(at(wide, k), Rational.of(2 * k + 3, 4));
    assertTrue(wide.subtract(below, above).overlaps(expected), below::toString);
    assertTrue(at(OVER, k).accuracyBits() >= 200);
  }

  private static Ball at(BallArithmetic over, long k) {
    return ExactSpectraTest.spectrum("gaussian:c=2", 5).at(k).enclose(over);
  }

  @Test
  void aGaussianEigenvalueTooSmallForAnExponentIsRefused() {
    assertThrows(DomainException.class, () -> at(OVER, 1_000_000_000_000_000_000L));
  }
}
