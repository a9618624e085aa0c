package dev.zonal.spectrum.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.testkit.Kernels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SeriesSpectrumTest {
  private static final int BITS = 80;
  private static final Ball ZERO = Ball.exact(0);
  private static final Rational TWO = Rational.of(2);

  @Provide
  Arbitrary<Kernel> analytic() {
    return Kernels.ofAnyActivation()
        .filter(Kernel::isComposedOfAnalyticDuals)
        .filter(kernel -> kernel.network().orElseThrow().depth() <= 2);
  }

  private static Kernel kernel(String specification) {
    return KernelSpecification.parse(specification);
  }

  private static Map<Long, Certification<Enclosure>> eigenvalues(
      Kernel kernel, int dimension, Eigenvalue.Method method) {
    return Spectrum.of(kernel, dimension)
        .enclose(
            new TreeSet<>(List.of(0L, 1L, 2L, 5L, 8L)), BITS, Optional.of(method), Context.NONE);
  }

  /** By two methods that have nothing in common but the kernel. */
  @Property(tries = 12)
  void theSeriesEnclosesWhatQuadratureDoes(
      @ForAll("analytic") Kernel kernel, @ForAll @IntRange(min = 2, max = 7) int dimension) {
    Map<Long, Certification<Enclosure>> bySeries =
        eigenvalues(kernel, dimension, Eigenvalue.Method.SERIES);
    Map<Long, Certification<Enclosure>> byQuadrature =
        eigenvalues(kernel, dimension, Eigenvalue.Method.QUADRATURE);
    bySeries.forEach(
        (k, series) -> {
          Optional<Ball> other = byQuadrature.get(k).value().map(Enclosure::ball);
          if (series.isCertified() && other.isPresent()) {
            Ball ball = series.get().ball();
            assertTrue(ball.overlaps(other.get()), () -> kernel + ", k = " + k + ": " + ball);
            assertTrue(ball.accuracyBits() >= BITS);
          }
        });
    bySeries.values().stream()
        .flatMap(series -> series.refusal().stream())
        .forEach(reason -> assertTrue(reason.contains(" terms"), reason));
  }

  /** docs/theory.md, Theorem 17.3, for a kernel whose eigenvalues have a closed form. */
  @Example
  void theExponentialOfOneLayerIsAGaussian() {
    Kernel exponential = kernel("nngp:act=exp,L=1,sw2=3/2");
    Kernel gaussian = kernel("gaussian:c=3/4");
    for (int d : new int[] {2, 3, 10}) {
      SeriesSpectrum series = new SeriesSpectrum(exponential, d);
      for (long k : new long[] {0, 1, 7, 40, 1000}) {
        Ball expected =
            ExactSpectra.of(gaussian, d).orElseThrow().at(k).enclose(BallArithmetic.ofBits(300));
        Ball found = series.enclose(k, k, 200).get().ball();
        assertTrue(found.overlaps(expected), () -> k + ": " + found + ", " + expected);
        assertTrue(found.accuracyBits() >= 200);
      }
    }
  }

  @Example
  void oneErrorFunctionHasTheEigenvaluesOfTheTable() {
    SeriesSpectrum series = new SeriesSpectrum(kernel("ntk:act=erf,L=1,sw2=1"), 3);
    BallArithmetic over = BallArithmetic.ofBits(200);
    Ball scale = kernel("ntk:act=erf,L=1,sw2=1").paperScale(over);
    Map<Long, String> table =
        Map.of(
            1L, "0.315653359443091962547187514524",
            3L, "0.0108307097781227838277975840106",
            5L, "8.77198074825904179047426277298e-4");
    table.forEach(
        (k, value) -> {
          Ball found = over.multiply(scale, series.enclose(k, 5, 150).get().ball());
          assertEquals(
              0, new BigDecimal(value).compareTo(found.decimal(30).orElseThrow()), found::toString);
        });
  }

  @Property(tries = 100)
  void theQuotientsAreThoseOfTheEigenvaluesOfMonomials(
      @ForAll @IntRange(min = 0, max = 20) int k,
      @ForAll @IntRange(min = 0, max = 20) int steps,
      @ForAll @IntRange(min = 2, max = 12) int d) {
    int n = k + 2 * steps;
    Rational quotient = new MonomialEigenvalues(k, d).quotient(n);
    Rational first = monomial(n, k, d);
    assertEquals(monomial(n + 2, k, d), first.multiply(quotient));
  }

  private static Rational monomial(int n, int k, int d) {
    String zeros = "0,".repeat(n);
    return ExactSpectra.of(kernel("polynomial:[" + zeros + "1]"), d)
        .orElseThrow()
        .at(k)
        .rational()
        .orElseThrow();
  }

  @Example
  void aKernelWithAnAngleHasNoSeriesBeyondOne() {
    assertFalse(CosineSeries.converges(kernel("fcntk:L=2"), 1.01));
    assertFalse(CosineSeries.converges(kernel("nngp:act=erf,L=1,sw2=1"), 1.51));
    assertTrue(CosineSeries.converges(kernel("nngp:act=erf,L=1,sw2=1"), 1.49));
    Certification<Enclosure> refused =
        eigenvalues(kernel("fcntk:L=2"), 3, Eigenvalue.Method.SERIES).get(2L);
    assertTrue(refused.refusal().orElseThrow().contains("no power series"), refused::toString);
  }

  /**
   * The singularity is where 2 c = 1 + 2 q: u = (1 + 2 q - 2 sb2)/(2 sw2) = 3/2 for q = sw2 = 1.
   */
  @Example
  void theRestIsWhatTheValueAtThePointLeaves() {
    BallArithmetic over = BallArithmetic.ofBits(200);
    Kernel kernel = kernel("nngp:act=erf,L=1,sw2=1");
    CosineSeries few = CosineSeries.of(kernel, 1.25, 20, over);
    CosineSeries many = CosineSeries.of(kernel, 1.25, 60, over);
    Ball further = Ball.exact(0);
    for (int n = 20; n < 60; n++) {
      further = over.add(further, many.terms().get(n));
    }
    assertTrue(few.rest().overlaps(over.add(further, many.rest())));
    assertTrue(few.rest().isPositive() && few.rest().certainlyGreater(many.rest()));
  }

  @Example
  void weightsThatStillGrowAreRefused() {
    Kernel kernel = kernel("nngp:act=erf,L=1,sw2=1");
    BallArithmetic over = BallArithmetic.ofBits(100);
    CosineSeries near = CosineSeries.of(kernel, 1.0625, 8, over);
    MonomialEigenvalues monomials = new MonomialEigenvalues(50, 3);
    assertThrows(
        DomainException.class, () -> SeriesSpectrum.rest(monomials, 50, near, Ball.exact(1), over));
    MonomialEigenvalues low = new MonomialEigenvalues(1, 3);
    Ball rest = SeriesSpectrum.rest(low, 9, near, Ball.exact(2), over);
    assertTrue(rest.contains(ZERO) && rest.overlaps(over.scale(near.rest(), TWO)));
  }

  @Example
  void whatIsExactlyZeroIsSaidToBe() {
    for (String odd : List.of("ntk:act=erf,L=3", "nngp:act=sin,L=2,sw2=2")) {
      Enclosure even = eigenvalue(kernel(odd), 4);
      assertTrue(even.isExactZero());
      assertFalse(eigenvalue(kernel(odd), 5).ball().containsZero());
    }
    assertTrue(eigenvalue(kernel("ntk:act=gelu,L=1,sw2=2"), 5).isExactZero());
    assertFalse(eigenvalue(kernel("ntk:act=gelu,L=1,sw2=2"), 1).ball().containsZero());
    assertFalse(eigenvalue(kernel("ntk:act=gelu,L=2,sw2=2"), 5).ball().containsZero());
    assertFalse(eigenvalue(kernel("ntk:act=erf,L=1,sb2=1"), 4).ball().containsZero());
  }

  private static Enclosure eigenvalue(Kernel kernel, long k) {
    return Spectrum.of(kernel, 3).enclose(k, BITS, Context.NONE).get();
  }
}
