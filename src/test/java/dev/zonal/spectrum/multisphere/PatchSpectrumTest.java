package dev.zonal.spectrum.multisphere;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.exact.OneLayerSpectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Eigenvalues on products of spheres. */
class PatchSpectrumTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(160);
  private static final int BITS = 120;

  /** Two proofs that share nothing: integrals at the corners, and a series of positive terms. */
  @Property(tries = 40)
  void the_closed_form_and_the_series_enclose_the_same_number(
      @ForAll("infinite") Basis function,
      @ForAll @IntRange(min = 1, max = 4) int half,
      @ForAll @IntRange(max = 8) int first,
      @ForAll @IntRange(max = 8) int other) {
    int channels = 2 * half + 1;
    int second = fitting(function, first, other);
    Ball closed = new PatchEigenvalue(function, channels, List.of(first, second)).enclose(BALLS);
    Ball series = new PixelPairSeries(function, channels, first, second).enclose(BALLS);
    assertTrue(closed.overlaps(series), () -> closed + " and " + series);
    assertTrue(closed.accuracyBits() >= 160 && series.accuracyBits() >= 150, series::toString);
    assertTrue(series.isPositive());
  }

  /** One pixel is the sphere itself. */
  @Property(tries = 40)
  void the_closed_form_of_one_pixel_is_that_of_its_sphere(
      @ForAll("infinite") Basis function,
      @ForAll @IntRange(min = 1, max = 5) int half,
      @ForAll @IntRange(max = 20) int frequency) {
    int channels = 2 * half + 1;
    CornerSum sum = CornerSum.of(function, channels, List.of(frequency));
    Ball known =
        new OneLayerSpectrum(channels, List.of(new OneLayerTerm(1, function)))
            .at(frequency)
            .enclose(BALLS);
    assertTrue(sum.enclose(BALLS).overlaps(known));
    assertTrue(sum.ofKappa0().isEmpty(), "rational");
  }

  @Property(tries = 15)
  void quadrature_without_bounds_agrees(
      @ForAll("kernels") String kernel,
      @ForAll("spaces") List<Integer> space,
      @ForAll @IntRange(max = 4) int k,
      @ForAll @IntRange(max = 3) int l) {
    int channels = space.get(0);
    int pixels = space.get(1);
    List<Integer> degrees = new ArrayList<>(List.of(k, l, 1).subList(0, pixels));
    PatchSpectrum spectrum = PatchSpectrum.of(KernelSpecification.parse(kernel), channels, pixels);
    double ball = spectrum.enclose(degrees, 60).ball().toDouble();
    double plain = trapezoidal(spectrum, degrees);
    assertEquals(plain, ball, 1e-3, () -> kernel + " " + channels + " " + degrees);
  }

  /** For an odd sum from 3 on, nothing of f is left; all others are positive. */
  @Property(tries = 40)
  void the_tangent_kernel_has_exact_zeros_and_no_others(
      @ForAll @IntRange(min = 1, max = 3) int half, @ForAll("degrees") List<Integer> degrees) {
    int sum = degrees.stream().mapToInt(k -> k).sum();
    Enclosure value = tangent(2 * half + 1, degrees.size()).enclose(degrees, 60);
    assertEquals(sum % 2 == 1 && sum >= 3, value.isExactZero());
    assertTrue(value.isExactZero() || value.ball().isPositive());
  }

  @Property(tries = 20)
  void the_order_of_the_pixels_does_not_matter(@ForAll("degrees") List<Integer> degrees) {
    List<Integer> other = new ArrayList<>(degrees);
    Collections.reverse(other);
    PatchSpectrum spectrum = tangent(3, degrees.size());
    assertTrue(spectrum.enclose(degrees, 60).ball().overlaps(spectrum.enclose(other, 60).ball()));
    CornerSum one = CornerSum.of(Basis.U_KAPPA_0, 3, degrees);
    assertEquals(one, CornerSum.of(Basis.U_KAPPA_0, 3, other));
  }

  @Property(tries = 20)
  void a_higher_precision_encloses_the_same_number(
      @ForAll("degrees") List<Integer> degrees, @ForAll("kernels") String kernel) {
    PatchSpectrum spectrum = PatchSpectrum.of(KernelSpecification.parse(kernel), 5, degrees.size());
    Ball coarse = spectrum.enclose(degrees, 60).ball();
    Ball fine = spectrum.enclose(degrees, 300).ball();
    assertTrue(coarse.overlaps(fine));
    assertTrue(fine.containsZero() || fine.accuracyBits() >= 300);
  }

  /** Each number times its multiplicity, added up, is f(1) = 1. */
  @Example
  void aPartialTraceIsNearlyOne() {
    PatchSpectrum spectrum = tangent(2, 2);
    ProductOfSpheres spheres = new ProductOfSpheres(2, 2);
    double sum = 0;
    for (int k = 0; k <= 8; k++) {
      for (int l = 0; l <= 8; l++) {
        Ball value = spectrum.enclose(List.of(k, l), 40).ball();
        sum += value.toDouble() * spheres.multiplicity(List.of(k, l)).doubleValue();
      }
    }
    assertTrue(sum > 0.93 && sum < 1, "" + sum);
  }

  @Example
  void everyRowOfTheTableIsReproduced() throws IOException {
    int rows = 0;
    for (String[] row : table()) {
      int channels = Integer.parseInt(row[0]);
      List<Integer> degrees = Arrays.stream(row[2].split(",")).map(Integer::valueOf).toList();
      assertEquals(degrees.size(), Integer.parseInt(row[1]));
      Enclosure value = tangent(channels, degrees.size()).enclose(degrees, BITS);
      assertEquals(row[3].endsWith("(exact)"), value.isExactZero());
      if (!value.isExactZero()) {
        // The digits of the table, half a unit of the last, and what two resolutions differed by.
        BigDecimal expected = new BigDecimal(row[3]);
        BigDecimal error = expected.ulp().add(new BigDecimal(row[4]).multiply(BigDecimal.TEN));
        Rational distance = Rational.of(expected).subtract(value.ball().center().toFraction());
        assertTrue(
            distance.abs().compareTo(Rational.of(error)) <= 0, () -> row[2] + " " + value.ball());
        assertTrue(value.ball().accuracyBits() >= BITS);
      }
      rows++;
    }
    assertEquals(19, rows);
  }

  /** By hand: the mean of kappa_0(u) over two pixels of three channels. */
  @Example
  void valuesOfSmallDegreesAreNumbersWithPi() {
    CornerSum sum = CornerSum.of(Basis.KAPPA_1, 3, List.of(0, 0));
    // 1/4 int int kappa_1((a+b)/2) = 4/4 kappa_1^(-2) at 1, -2 of them at 0.
    Rational third = Rational.of(1).divide(Rational.of(4, 3)).divide(Rational.of(9, 5));
    assertEquals(third, sum.rational());
    Ball direct =
        BALLS.scale(
            dev.zonal.kernel.angle.ArcCosinePolynomials.kappa(
                BALLS, 3, dev.zonal.kernel.angle.ChordAngle.ofCosine(BALLS, Rational.ZERO)),
            third.multiply(-2));
    assertTrue(sum.enclose(BALLS).overlaps(BALLS.add(BALLS.of(third), direct)));
  }

  /** The law comes near its constant like 1/|K|^2; the first two ratios by other software. */
  @Example
  void eigenvaluesApproachTheLaw() {
    PatchSpectrum spectrum = tangent(2, 2);
    Ball constant = spectrum.decay(Parity.EVEN).orElseThrow().constant(BALLS);
    assertEquals(1.014, ratio(spectrum, constant, 10, 10), 6e-4);
    assertEquals(1.0055, ratio(spectrum, constant, 30, 0), 6e-5);
    double near = ratio(spectrum, constant, 10, 10) - 1;
    double far = ratio(spectrum, constant, 40, 40) - 1;
    assertEquals(16, near / far, 0.5);
    assertTrue(spectrum.decay(Parity.ODD).isEmpty());
    PatchSpectrum three = tangent(3, 3);
    assertEquals(
        1, ratio(three, three.decay(Parity.EVEN).orElseThrow().constant(BALLS), 30, 30, 30), 0.01);
  }

  /** kappa_1 begins with the third power of the chord. */
  @Example
  void aSmootherKernelHasALawOfItsOwn() {
    for (int pixels = 1; pixels <= 3; pixels++) {
      PatchSpectrum spectrum = PatchSpectrum.of(KernelSpecification.parse("arccos:n=1"), 3, pixels);
      PatchDecay law = spectrum.decay(Parity.EVEN).orElseThrow();
      assertEquals(2 * pixels + 3, law.exponent());
      List<Integer> degrees = Collections.nCopies(pixels, 40);
      double ratio =
          BALLS.divide(spectrum.enclose(degrees, 60).ball(), law.at(degrees, BALLS)).toDouble();
      assertEquals(1, ratio, 0.01);
      assertTrue(spectrum.decay(Parity.ODD).isEmpty());
    }
    PatchSpectrum steps = PatchSpectrum.of(KernelSpecification.parse("arccos:n=0"), 3, 2);
    assertTrue(steps.decay(Parity.EVEN).isEmpty());
    PatchDecay law = steps.decay(Parity.ODD).orElseThrow();
    double ratio =
        BALLS
            .divide(steps.enclose(List.of(40, 41), 60).ball(), law.at(List.of(40, 41), BALLS))
            .toDouble();
    assertEquals(1, ratio, 0.01);
  }

  /** On one pixel the law is that of the sphere (docs/theory.md, Corollary 12.4). */
  @Example
  void theLawOfOnePixelIsThatOfTheSphere() {
    for (int channels = 2; channels <= 6; channels++) {
      PatchSpectrum spectrum = tangent(channels, 1);
      Ball constant = spectrum.decay(Parity.EVEN).orElseThrow().constant(BALLS);
      assertEquals(1, ratio(spectrum, constant, 2000), 1e-4);
    }
  }

  @Example
  void whatIsNotKnownIsRefusedWithTheReason() {
    assertThrows(
        KernelSpecificationException.class,
        () -> PatchSpectrum.of(KernelSpecification.parse("fcntk:L=2"), 3, 2));
    assertThrows(
        KernelSpecificationException.class,
        () -> PatchSpectrum.of(KernelSpecification.parse("arccos:n=2"), 3, 2));
    assertThrows(
        DomainException.class, () -> tangent(3, 3).enclose(List.of(20_000, 20_000, 20_000), 60));
    assertThrows(
        IllegalArgumentException.class, () -> CornerSum.of(Basis.KAPPA_0, 4, List.of(1, 1)));
    assertThrows(IllegalArgumentException.class, () -> new PixelPairSeries(Basis.KAPPA_0, 4, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> tangent(3, 2).enclose(List.of(1), 60));
  }

  /** Even numbers of channels, and degrees for which closed forms are too long. */
  @Example
  void threePixelsOfAnyNumberOfChannelsAreEnclosed() {
    Ball even = tangent(4, 3).enclose(List.of(2, 1, 1), 100).ball();
    assertEquals(3.96677558750369e-5, even.toDouble(), 1e-19);
    Ball far = tangent(3, 3).enclose(List.of(60, 40, 20), 60).ball();
    assertTrue(far.accuracyBits() >= 60 && far.isPositive());
  }

  @Example
  void farDegreesOfTwoPixelsAreEnclosed() {
    Ball far = tangent(4, 2).enclose(List.of(100, 60), 100).ball();
    assertTrue(far.accuracyBits() >= 100);
    assertFalse(far.containsZero());
  }

  private static double ratio(PatchSpectrum spectrum, Ball constant, Integer... degrees) {
    double square =
        Arrays.stream(degrees)
            .mapToDouble(k -> Math.pow(k + (spectrum.channels() - 2) / 2.0, 2))
            .sum();
    double exponent = spectrum.pixels() * (spectrum.channels() - 1) + 1;
    double value = spectrum.enclose(List.of(degrees), 60).ball().toDouble();
    return value * Math.pow(square, exponent / 2) / constant.toDouble();
  }

  private static PatchSpectrum tangent(int channels, int pixels) {
    return PatchSpectrum.of(KernelSpecification.parse("fcntk:L=1"), channels, pixels);
  }

  /** The integral over the angles by equal steps, in doubles. */
  private static double trapezoidal(PatchSpectrum spectrum, List<Integer> degrees) {
    int steps = degrees.size() == 3 ? 40 : 100;
    int pixels = degrees.size();
    double[][] weights = new double[pixels][steps];
    double[] cosines = new double[steps];
    double mass = 0;
    for (int i = 0; i < steps; i++) {
      double theta = Math.PI * (i + 0.5) / steps;
      cosines[i] = Math.cos(theta);
      double weight = Math.pow(Math.sin(theta), spectrum.channels() - 2);
      mass += weight;
      for (int p = 0; p < pixels; p++) {
        weights[p][i] = weight * legendre(spectrum.channels(), degrees.get(p), cosines[i]);
      }
    }
    double sum = 0;
    int points = (int) Math.pow(steps, pixels);
    for (int index = 0; index < points; index++) {
      double weight = 1;
      double mean = 0;
      int rest = index;
      for (int p = 0; p < pixels; p++) {
        weight *= weights[p][rest % steps];
        mean += cosines[rest % steps] / pixels;
        rest /= steps;
      }
      sum += weight * function(spectrum, mean);
    }
    return sum / Math.pow(mass, pixels);
  }

  private static double function(PatchSpectrum spectrum, double u) {
    double theta = Math.acos(Math.max(-1, Math.min(1, u)));
    double kappa0 = 1 - theta / Math.PI;
    double kappa1 = Math.sin(theta) / Math.PI + kappa0 * u;
    double sum = 0;
    double weights = 0;
    for (OneLayerTerm term : spectrum.terms()) {
      double weight = term.weight(BALLS).toDouble();
      weights += weight;
      double value =
          term.function().degree().map(n -> n == 0 ? kappa0 : kappa1).orElse(1.0)
              * (term.function().cosine() ? u : 1);
      sum += weight * value;
    }
    return sum / weights;
  }

  private static double legendre(int d, int k, double u) {
    double before = 0;
    double now = 1;
    for (int n = 0; n < k; n++) {
      double next = n == 0 ? u : ((2 * n + d - 2) * u * now - n * before) / (n + d - 2);
      before = now;
      now = next;
    }
    return now;
  }

  private static int fitting(Basis function, int first, int other) {
    boolean odd = function.equals(Basis.KAPPA_0);
    return ((first + other) % 2 == 1) == odd ? other : other + 1;
  }

  private static List<String[]> table() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                PatchSpectrumTest.class.getResourceAsStream("/reference/multisphere.tsv"),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(l -> !l.startsWith("#"))
          .skip(1)
          .map(l -> l.split("\t"))
          .toList();
    }
  }

  @Provide
  Arbitrary<Basis> infinite() {
    return Arbitraries.of(Basis.KAPPA_0, Basis.KAPPA_1, Basis.U_KAPPA_0);
  }

  @Provide
  Arbitrary<String> kernels() {
    return Arbitraries.of(
        "fcntk:L=1",
        "fcntk:L=1,beta=1/2",
        "fcnngp:L=1",
        "arccos:n=0",
        "arccos:n=1",
        "resntk:L=1,alpha=1/3,tau=1");
  }

  @Provide
  Arbitrary<List<Integer>> spaces() {
    return Arbitraries.of(
        IntStream.of(22, 32, 42, 52, 62, 33, 53).mapToObj(n -> List.of(n / 10, n % 10)).toList());
  }

  @Provide
  Arbitrary<List<Integer>> degrees() {
    return Arbitraries.integers().between(0, 6).list().ofMinSize(1).ofMaxSize(4);
  }

  /** Of many pixels the sum of the degrees is more than an int. */
  @Example
  void sumsOfDegreesDoNotWrap() {
    List<Integer> odd = new ArrayList<>(Collections.nCopies(2147, 1_000_000));
    odd.add(999_999);
    assertEquals(Optional.empty(), new PatchEigenvalue(Basis.KAPPA_0, 2, odd).rational());
    List<Integer> zero = new ArrayList<>(Collections.nCopies(4294, 1_000_000));
    zero.add(967_296);
    assertEquals(
        Optional.of(Rational.ZERO), new PatchEigenvalue(Basis.KAPPA_0, 2, zero).rational());
    List<Integer> one = new ArrayList<>(Collections.nCopies(4294, 1_000_000));
    one.add(967_297);
    assertEquals(Optional.of(Rational.ZERO), new PatchEigenvalue(Basis.KAPPA_1, 2, one).rational());
  }
}
