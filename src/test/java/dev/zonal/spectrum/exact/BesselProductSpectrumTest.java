package dev.zonal.spectrum.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The product of Bessel functions against ways that know nothing of it. */
class BesselProductSpectrumTest {
  private static final int BITS = 90;

  private static Ball product(String rest, int dimension, int degree, long k) {
    String kernel = "matern:nu=" + (2 * degree + 1) + "/2," + rest;
    Ball ball =
        BesselProductSpectrum.of(
                (Structure.Radial) KernelSpecification.parse(kernel).structure(), dimension)
            .orElseThrow()
            .at(k)
            .enclose(BallArithmetic.ofBits(BITS));
    assertTrue(ball.accuracyBits() >= BITS, () -> kernel + ": " + ball);
    return ball;
  }

  private static Ball otherwise(String kernel, int dimension, long k, Eigenvalue.Method method) {
    Certification<Enclosure> enclosure =
        Spectrum.of(KernelSpecification.parse(kernel), dimension)
            .enclose(new TreeSet<>(Set.of(k)), BITS, Optional.of(method), Context.NONE)
            .get(k);
    return enclosure.get().ball();
  }

  @Property(tries = 60)
  void itIsTheSumOfPowersOfTheChord(
      @ForAll @IntRange(min = 1, max = 6) int half,
      @ForAll @IntRange(max = 4) int degree,
      @ForAll @LongRange(max = 120) long k,
      @ForAll @IntRange(min = 1, max = 400) int tenthsOfC) {
    int dimension = 2 * half + 1;
    String rest = "c=" + tenthsOfC + "/10";
    String kernel = "matern:nu=" + (2 * degree + 1) + "/2," + rest;
    Ball sum =
        ExactSpectraTest.spectrum(kernel, dimension).at(k).enclose(BallArithmetic.ofBits(BITS));
    assertTrue(sum.overlaps(product(rest, dimension, degree, k)), kernel + " " + dimension);
  }

  @Property(tries = 10)
  void itIsTheFunkHeckeIntegral(
      @ForAll @IntRange(min = 1, max = 4) int half,
      @ForAll @IntRange(max = 3) int degree,
      @ForAll @LongRange(max = 60) long k,
      @ForAll @IntRange(min = 5001, max = 10_000_000) int c) {
    int dimension = 2 * half + 1;
    String kernel = "matern:nu=" + (2 * degree + 1) + "/2,c=" + c;
    Ball integral = otherwise(kernel, dimension, k, Eigenvalue.Method.QUADRATURE);
    assertTrue(integral.overlaps(product("c=" + c, dimension, degree, k)), kernel);
  }

  @Property(tries = 5)
  void itIsTheExpansionForLargeFrequencies(
      @ForAll @IntRange(min = 1, max = 3) int half,
      @ForAll @LongRange(min = 100_000_000_000L, max = 1_000_000_000_000_000_000L) long k,
      @ForAll @IntRange(min = 5001, max = 9000) int c) {
    int dimension = 2 * half + 1;
    Ball tail = otherwise("laplace:c=" + c, dimension, k, Eigenvalue.Method.TAIL);
    assertTrue(tail.overlaps(product("c=" + c, dimension, 0, k)));
  }

  /** What is known at the first order is true: after few steps too the ratios are enclosed. */
  @Property(tries = 100)
  void fewStepsEncloseTheSameRatios(
      @ForAll @LongRange(max = 200) long k,
      @ForAll @IntRange(min = 1, max = 1000) int c,
      @ForAll @LongRange(max = 12) long few) {
    BallArithmetic over = BallArithmetic.ofBits(200);
    long twiceMu = 2 * k + 1;
    Ball rate = over.of(c);
    Ball first = BesselProductSpectrum.ratioOfFirstKind(over, rate, twiceMu, 4000);
    assertTrue(BesselProductSpectrum.ratioOfFirstKind(over, rate, twiceMu, few).overlaps(first));
    Ball second = BesselProductSpectrum.ratioOfSecondKind(over, rate, twiceMu, k + 1);
    assertTrue(
        BesselProductSpectrum.ratioOfSecondKind(over, rate, twiceMu, Math.min(few, k))
            .overlaps(second));
  }

  /** In even dimension m is no integer, and the formula does not hold. */
  @Property(tries = 10)
  void thereIsNoneInEvenDimension(@ForAll @IntRange(min = 1, max = 1000) int half) {
    Structure steep = KernelSpecification.parse("laplace:c=6000").structure();
    assertEquals(Optional.empty(), BesselProductSpectrum.of((Structure.Radial) steep, 2 * half));
  }

  @Property(tries = 5)
  void steepKernelsAtLargeFrequenciesTakeAMoment(
      @ForAll @LongRange(min = 1000, max = 10_000_000) long k,
      @ForAll @LongRange(min = 5001, max = 10_000_000) long c) {
    Certification<Enclosure> enclosure =
        Context.limited(Duration.ofSeconds(10))
            .call(
                () ->
                    Spectrum.of(KernelSpecification.parse("laplace:c=" + c), 3)
                        .enclose(
                            new TreeSet<>(Set.of(k)), BITS, Optional.empty(), Context.current()))
            .get(k);
    assertTrue(enclosure.isCertified(), enclosure::toString);
  }
}
