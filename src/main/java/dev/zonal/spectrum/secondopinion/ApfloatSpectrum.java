package dev.zonal.spectrum.secondopinion;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.region.SupBound;
import dev.zonal.kernel.region.ThetaRectangle;
import dev.zonal.spectrum.Spectrum;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongToIntFunction;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The spectrum of a kernel a second time, by Apfloat: quadrature of the Funk-Hecke integral up to
 * about k = 2000 and integration along the vertical sides of the contour above. It shares with the
 * certified spectrum the definition of the kernel and nothing else that enters a value: no balls,
 * no expansions, no closed forms. It proves nothing; its purpose is to disagree if the certified
 * values are wrong. Matern kernels of integer smoothness, whose logarithm at coincidence Gauss's
 * rule does not resolve, have the double-exponential one.
 *
 * <p>A kernel that is given by its eigenvalues is evaluated as it is written.
 *
 * <p>How far the kernel is holomorphic, which decides the number of nodes and the frequency from
 * which the contour is short enough, is taken from the kernel's analytic data; how many digits
 * cancel in a small eigenvalue of an analytic kernel is for the caller to say.
 */
public record ApfloatSpectrum(Kernel kernel, int dimension, AnalyticData analytic) {
  /** From here on the contour is quicker than the quadrature. */
  private static final long CONTOUR_FROM = 2000;

  /** The same for kernels with a branch point at coincidence, which quadrature finds harder. */
  private static final long CONTOUR_FROM_BRANCH = 200;

  /** The same for those whose values on the contour take the library's Bessel function. */
  private static final long CONTOUR_FROM_LOGARITHM = 1000;

  private static final int MOST_NODES = 20_000;

  /** The parameter of an ellipse beyond which no power series is followed. */
  private static final double LARGEST_ELLIPSE = 8;

  /** Digits that the quadrature of a small eigenvalue may lose. */
  private static final int MOST_SMALLNESS = 2000;

  private static final int MOST_BRANCHES = 16;
  private static final int ATTEMPTS = 5;
  private static final int GUARD_DIGITS = 4;

  /** The second opinion on a spectrum. */
  public static ApfloatSpectrum of(Spectrum spectrum) {
    return new ApfloatSpectrum(spectrum.kernel(), spectrum.dimension(), spectrum.analytic());
  }

  /**
   * The eigenvalues at the given frequencies to about so many significant digits; fewer where the
   * eigenvalue is zero or so small that repetition with more digits does not reveal it.
   *
   * @param smallness about how many zeros follow the decimal point of eta_k, for kernels whose
   *     eigenvalues decay faster than any power of k
   * @throws UncertifiedException if a frequency is out of reach of both ways
   */
  public Map<Long, ApfloatEstimate> evaluate(
      SortedSet<Long> frequencies, int digits, LongToIntFunction smallness, Context context)
      throws UncertifiedException {
    if (kernel.structure() instanceof Structure.Spectral given) {
      return given(given, frequencies, digits);
    }
    if (kernel.isRootExponential()) {
      throw new UncertifiedException(
          "the second opinion has no values of "
              + kernel
              + ": the means E phi(x) phi(z) of its activation have no closed form");
    }
    if (growthOfSeries().isPresent()) {
      int small = frequencies.stream().mapToInt(smallness::applyAsInt).max().orElse(0);
      if (small > MOST_SMALLNESS) {
        throw new UncertifiedException(
            "the second opinion takes eigenvalues down to 10^-%s, not to 10^-%s"
                .formatted(MOST_SMALLNESS, small));
      }
      int working = digits + GUARD_DIGITS + small + (int) Math.ceil(Math.log10(dimension));
      return quadrature(frequencies.last(), working).evaluate(frequencies, working);
    }
    Map<Long, ApfloatEstimate> result = new TreeMap<>();
    SortedSet<Long> low = new TreeSet<>();
    TreeMap<Long, SortedSet<Long>> high = new TreeMap<>();
    for (long k : frequencies) {
      if (k < contourFrom(workingDigits(k, digits) + 40)) {
        low.add(k);
      } else {
        // k and k + 1 share the values of the kernel
        high.computeIfAbsent(k / 2, half -> new TreeSet<>()).add(k);
      }
    }
    if (!low.isEmpty()) {
      result.putAll(quadrature(low, digits, workingDigits(low.last(), digits)));
      context.report(result.size(), frequencies.size());
    }
    ApfloatContour contour = new ApfloatContour(kernel, dimension);
    for (SortedSet<Long> group : high.values()) {
      int first = workingDigits(group.last(), digits);
      result.putAll(refined(first, digits, d -> contour.evaluate(group, d)));
      context.report(result.size(), frequencies.size());
    }
    return result;
  }

  /** What the kernel is given by, evaluated as it is written. */
  private Map<Long, ApfloatEstimate> given(
      Structure.Spectral given, SortedSet<Long> frequencies, int digits) {
    Map<Long, ApfloatEstimate> result = new TreeMap<>();
    for (long k : frequencies) {
      int lost = (int) Math.ceil(2 * Math.log10(k + 10.0)) + 2 * GUARD_DIGITS;
      ApfloatArithmetic over = ApfloatArithmetic.ofDigits(digits + lost);
      Apfloat value = given.eigenvalue(over, dimension, k);
      Apfloat noise = ApfloatMath.scale(ApfloatMath.abs(value), -digits - (long) GUARD_DIGITS);
      result.put(k, new ApfloatEstimate(value, noise));
    }
    return result;
  }

  /** By quadrature, with so many digits at first. */
  private Map<Long, ApfloatEstimate> quadrature(SortedSet<Long> group, int digits, int first)
      throws UncertifiedException {
    ApfloatQuadrature quadrature = quadrature(group.last(), first);
    return refined(first, digits, d -> quadrature.evaluate(group, d));
  }

  /** Evaluates with more and more digits until the worst of the group has the accuracy. */
  private static Map<Long, ApfloatEstimate> refined(
      int first, int digits, IntFunction<Map<Long, ApfloatEstimate>> evaluation) {
    return Refinement.of(first, ATTEMPTS)
        .run(
            working -> {
              Map<Long, ApfloatEstimate> result = evaluation.apply(working);
              long missing = missing(result.values(), digits, working == first);
              return new Attempt<>(result, missing == 0 ? 0 : missing + GUARD_DIGITS);
            });
  }

  /** The digits that the worst lacks; what has none at all may be zero and is given one chance. */
  private static long missing(Collection<ApfloatEstimate> estimates, int digits, boolean isFirst) {
    long missing =
        estimates.stream()
            .mapToLong(e -> Math.max(0, digits - e.accurateDigits()))
            .filter(m -> m < digits)
            .max()
            .orElse(0);
    boolean lost = estimates.stream().anyMatch(e -> e.accurateDigits() == 0);
    return missing == 0 && lost && isFirst ? digits : missing;
  }

  /** Enough unless the kernel is smoother than those of networks. */
  private int workingDigits(long k, int digits) {
    double lost = Math.log10(k + 10.0) * (k < CONTOUR_FROM ? dimension - 1 : 1);
    return (int) Math.ceil(digits + GUARD_DIGITS + lost + (kernel.firstOddExponent() - 1) * lost);
  }

  private long contourFrom(int digits) throws UncertifiedException {
    if (kernel.structure() instanceof Structure.ChordPower power
        && power.exponent().compareTo(-1) <= 0) {
      // The sides of the contour do not converge.
      return Long.MAX_VALUE;
    }
    if (hasLogarithms()) {
      return CONTOUR_FROM_LOGARITHM;
    }
    if (branches() > 1) {
      return CONTOUR_FROM_BRANCH;
    }
    double height = strip();
    return height == 0
        ? Long.MAX_VALUE
        : Math.max(CONTOUR_FROM, (long) Math.ceil(1.02 * ApfloatContour.reach(digits) / height));
  }

  /** The height to which the kernel is known to be holomorphic. */
  private double strip() {
    SupBound<ThetaRectangle> rectangle = analytic.rectangle();
    return rectangle.isCertified() ? rectangle.region().height() : 0;
  }

  /** q such that the kernel is a series in r^(1/q) at coincidence. */
  private int branches() throws UncertifiedException {
    int root = kernel.normalForm().chordRoot();
    if (root > 1) {
      if (kernel.polynomialPart().filter(part -> part.degree() < 0).isPresent()) {
        throw new UncertifiedException(
            "the second opinion takes kernels with roots of the chord at u = 1, not at both ends");
      }
      return root;
    }
    Rational exponent = Rational.ONE;
    if (kernel.structure() instanceof Structure.ChordPower power) {
      exponent = power.exponent();
    } else if (kernel.structure() instanceof Structure.Radial radial) {
      exponent = radial.power();
    } else if (kernel.structure() instanceof Structure.Bessel bessel) {
      exponent = bessel.smoothness().multiply(2);
    }
    if (exponent.denominator().bitLength() > 30) {
      throw tooManyBranches();
    }
    return exponent.denominator().intValueExact();
  }

  /** Whether no root of the chord makes the kernel analytic at coincidence. */
  private boolean hasLogarithms() {
    return kernel.structure() instanceof Structure.Bessel bessel && bessel.smoothness().isInteger();
  }

  private static UncertifiedException tooManyBranches() {
    return new UncertifiedException(
        "the second opinion takes exponents with denominators up to " + MOST_BRANCHES);
  }

  private ApfloatQuadrature quadrature(long k, int digits) throws UncertifiedException {
    ApfloatQuadrature quadrature = quadrature();
    if (quadrature.rule().size(k, digits) > MOST_NODES) {
      throw new UncertifiedException(
          "the second opinion at k = %s needs more than %s values of the kernel"
              .formatted(k, MOST_NODES));
    }
    return quadrature;
  }

  private ApfloatQuadrature quadrature() throws UncertifiedException {
    return new ApfloatQuadrature(kernel, dimension, rule());
  }

  private QuadratureRule rule() throws UncertifiedException {
    if (kernel.structure() instanceof Structure.Bessel bessel && hasLogarithms()) {
      double rate = bessel.rate().in(BallArithmetic.ofBits(53)).toDouble();
      return new ApfloatDoubleExponential(dimension, rate);
    }
    Optional<SeriesGrowth> series = growthOfSeries();
    if (series.isPresent()) {
      return new ApfloatGaussLegendre(dimension, 1, LARGEST_ELLIPSE, series.get());
    }
    int branches = branches();
    if (branches > MOST_BRANCHES) {
      throw tooManyBranches();
    }
    Optional<ExponentialGrowth> growth = growth();
    if (branches > 1 || growth.isPresent()) {
      // sin(theta/2) vanishes next at theta = 2 pi, where x = 2^(1/q).
      double next = 2 * Math.pow(2, 1.0 / branches) - 1;
      double ellipse = Math.pow(next + Math.sqrt(next * next - 1), 0.8);
      DoubleUnaryOperator bound = rho -> growth.map(g -> g.applyAsDouble(rho)).orElse(0.0);
      return new ApfloatGaussLegendre(dimension, branches, ellipse, bound);
    }
    SupBound<ThetaRectangle> rectangle = analytic.rectangle();
    if (!rectangle.isCertified()) {
      // Powers of the chord: out to its next zero.
      return new ApfloatGaussLegendre(dimension, 1, 3, rho -> 0);
    }
    double slope = 2 * rectangle.region().height() / Math.PI;
    double ellipse = slope + Math.sqrt(1 + slope * slope);
    double bound = Math.log(Math.max(1, rectangle.bound().get()));
    return new ApfloatGaussLegendre(dimension, 1, ellipse, rho -> bound);
  }

  private Optional<SeriesGrowth> growthOfSeries() {
    return SeriesGrowth.of(kernel);
  }

  /** How exp(-c r^gamma) grows; what Matern kernels have besides is small against it. */
  private Optional<ExponentialGrowth> growth() {
    if (kernel.structure() instanceof Structure.Bessel bessel) {
      return Optional.of(new ExponentialGrowth(bessel.rate(), Rational.ONE));
    }
    return kernel.structure() instanceof Structure.Radial radial && !radial.isGaussian()
        ? Optional.of(new ExponentialGrowth(radial.rate(), radial.power()))
        : Optional.empty();
  }
}
