package dev.zonal.spectrum.exact;

import static dev.zonal.spectrum.exact.ExactSpectraTest.eigenvalue;
import static dev.zonal.spectrum.exact.ExactSpectraTest.spectrum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.WallisRatio;
import dev.zonal.spectrum.value.ExactSpectrum;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class OneLayerSpectrumTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  private static Rational q(long p, long q) {
    return Rational.of(p, q);
  }

  @Test
  void theTangentKernelInThreeDimensionsHasItsKnownRationalEigenvalues() {
    List<Rational> twice =
        List.of(
            q(1, 2),
            q(1, 3),
            q(5, 64),
            q(0, 1),
            q(1, 192),
            q(0, 1),
            q(23, 16384),
            q(0, 1),
            q(19, 32768));
    for (int k = 0; k < twice.size(); k++) {
      for (String kernel : List.of("fcntk:L=1", "resntk:L=1,alpha=1/7", "resntk:L=1,alpha2=1/50")) {
        assertEquals(
            Optional.of(twice.get(k).divide(2)), spectrum(kernel, 3).at(k).rational(), kernel);
      }
    }
  }

  @Property(tries = 200)
  void withoutBiasTheOddEigenvaluesFromThreeOnAreZeroByATheorem(
      @ForAll @IntRange(min = 2, max = 2000) int d,
      @ForAll @LongRange(min = 1, max = 499_999_999_999_999_999L) long half) {
    long k = 2 * half + 1;
    for (String kernel :
        List.of(
            "fcntk:L=1", "resntk:L=1,alpha=1", "resntk:L=1,alpha2=1/7,train=all", "arccos:n=1")) {
      assertEquals(Optional.of(Rational.ZERO), spectrum(kernel, d).at(k).rational());
      assertTrue(spectrum(kernel, d).at(k).enclose(OVER).isExact());
    }
    assertEquals(Optional.of(Rational.ZERO), spectrum("arccos:n=0", d).at(k + 1).rational());
  }

  @Property(tries = 200)
  void anEigenvalueThatIsRationalLiesInItsBall(
      @ForAll @IntRange(min = 1, max = 30) int half,
      @ForAll @LongRange(min = 0, max = 900) long k) {
    int d = 2 * half + 1;
    ExactSpectrum.Value value = spectrum("resntk:L=1,alpha=1/2,tau=2,train=all", d).at(k);
    Rational exact = value.rational().orElseThrow();
    assertTrue(value.enclose(OVER).contains(exact));
  }

  @Property(tries = 200)
  void aBiasAddsItsShareOfKappaZero(
      @ForAll @IntRange(min = 2, max = 60) int d,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long k) {
    // (2 + tau^2) f_tau = 2 f + tau^2 kappa_0, tau = 1/3
    Ball expected =
        OVER.add(
            OVER.scale(eigenvalue("resntk:L=1,alpha=1", d, k), q(18, 19)),
            OVER.scale(eigenvalue("arccos:n=0", d, k), q(1, 19)));
    assertTrue(expected.overlaps(eigenvalue("resntk:L=1,alpha=1,tau=1/3", d, k)));
  }

  @Test
  void anIrrationalWeightIsEnclosed() {
    // alpha^2 = 2^(1/3): f = (u + alpha^2 kappa_1)/(1 + alpha^2)
    Ball square = OVER.power(OVER.of(2), q(1, 3));
    ExactSpectrum.Value value = spectrum("resnngp:L=1,alpha=2^(1/6)", 3).at(2);
    Ball expected =
        OVER.divide(OVER.multiply(square, OVER.of(q(3, 128))), OVER.add(square, OVER.of(1)));
    assertTrue(value.rational().isEmpty());
    assertTrue(expected.overlaps(value.enclose(OVER)));
  }

  @Test
  void bothWaysToTheWallisRatioMeet() {
    BallArithmetic over = BallArithmetic.ofBits(150);
    for (long n : new long[] {150, 151, 1000, 4321}) {
      GammaQuotient ratio = GammaQuotient.ONE.gamma(2 * n + 1).dividedByGamma(2 * n + 2);
      Ball product = over.square(ratio.in(over));
      Ball gauss = WallisRatio.square(over, n);
      assertTrue(gauss.accuracyBits() > 140 && product.overlaps(gauss), gauss::toString);
    }
  }
}
