package dev.zonal.spectrum.secondopinion.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.multisphere.PatchSpectrum;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import dev.zonal.spectrum.secondopinion.ApfloatEstimate;
import dev.zonal.spectrum.secondopinion.patch.Extrapolation.PartialSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apfloat.Apfloat;

/** Eigenvalues of patches a second time. */
class ApfloatPatchSpectrumTest {
  @Property(tries = 8)
  void the_certified_eigenvalue_is_as_near_as_is_said(
      @ForAll("kernels") String kernel,
      @ForAll @IntRange(min = 2, max = 5) int channels,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 4) Integer> degrees) {
    PatchSpectrum spectrum =
        PatchSpectrum.of(KernelSpecification.parse(kernel), channels, degrees.size());
    Ball certified = spectrum.enclose(degrees, 80).ball();
    ApfloatEstimate second = new ApfloatPatchSpectrum(spectrum).evaluate(degrees, 8);
    double distance = certified.toDouble() - second.value().doubleValue();
    double noise = second.noise().doubleValue() + 1e-14 * Math.abs(certified.toDouble());
    assertTrue(Math.abs(distance) <= noise, () -> degrees + " " + certified + " " + second);
    assertTrue(certified.isExact() || second.accurateDigits() >= 5, second::toString);
  }

  /** A row of the specification, to more digits than that has. */
  @Example
  void itIsGoodForTwentyDigits() {
    PatchSpectrum spectrum = PatchSpectrum.of(KernelSpecification.parse("fcntk:L=1"), 3, 3);
    ApfloatEstimate second = new ApfloatPatchSpectrum(spectrum).evaluate(List.of(1, 1, 0), 20);
    assertTrue(second.accurateDigits() >= 18, second::toString);
    Rational value = Rational.of(new BigDecimal(second.value().toString()));
    Rational ball = spectrum.enclose(List.of(1, 1, 0), 100).ball().center().toFraction();
    Rational bound = Rational.of(new BigDecimal("1e-20"));
    assertTrue(value.subtract(ball).abs().compareTo(bound) < 0, second::toString);
    assertEquals(6.443767948355e-3, second.value().doubleValue(), 1e-15);
  }

  /** 2 + n^(-3/2) (1 + 1/n - 3/n^2). */
  @Example
  void powersAreRemovedFromPartialSums() {
    ApfloatArithmetic over = ApfloatArithmetic.ofDigits(40);
    List<PartialSum> sums = new ArrayList<>();
    for (long n = 4; n < 128; n *= 2) {
      Apfloat x = over.divide(over.of(1), over.of(n));
      Apfloat factor = over.of(1).add(x).subtract(over.of(3).multiply(x).multiply(x));
      Apfloat power = over.multiply(x, over.sqrt(x));
      sums.add(new PartialSum(n, over.of(2).add(power.multiply(factor))));
    }
    ApfloatEstimate limit = new Extrapolation(over, Rational.of(3, 2)).limit(sums);
    assertEquals(2, limit.value().doubleValue(), 1e-30);
    assertTrue(limit.noise().doubleValue() < 1e-30);
    ApfloatEstimate wrong = new Extrapolation(over, Rational.of(2)).limit(sums);
    assertTrue(wrong.noise().doubleValue() > 1e-6);
    assertTrue(Math.abs(wrong.value().doubleValue() - 2) < wrong.noise().doubleValue());
  }

  @Provide
  Arbitrary<String> kernels() {
    return Arbitraries.of("fcntk:L=1", "fcntk:L=1,beta=1/2", "fcnngp:L=1", "resntk:L=1,alpha=1/3");
  }
}
