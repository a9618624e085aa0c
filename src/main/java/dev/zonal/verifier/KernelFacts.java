package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.kernel.Chart;
import dev.zonal.kernel.ChordExpansion;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Region;
import dev.zonal.kernel.SupBound;
import dev.zonal.kernel.ThetaRectangle;
import dev.zonal.spectrum.Eigenvalue.Method;
import dev.zonal.spectrum.Enclosure;
import dev.zonal.spectrum.ExactSpectra;
import dev.zonal.spectrum.ExactSpectrum;
import dev.zonal.spectrum.Parity;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the verifier finds out about one kernel on one sphere by itself, and keeps. Eigenvalues come
 * from quadrature in a precision that no proof uses, so with other panels and nodes, and from
 * closed forms where quadrature cannot decide.
 */
final class KernelFacts {
  private static final int EIGENVALUE_BITS = 104;
  private static final int FIRST_ORDER = 32;
  private static final double SOME_HEIGHT = 0x1p-10;

  private record Expansion(Chart end, int bits, int order, double scale) {}

  private final Kernel kernel;
  private final int dimension;
  private final Spectrum spectrum;
  private final Optional<ExactSpectrum> exact;
  private final Map<Region, SupBound<? extends Region>> regions = new HashMap<>();
  private final Map<Expansion, ChordExpansion> expansions = new HashMap<>();
  private final SortedMap<Long, Enclosure> byQuadrature = new TreeMap<>();

  KernelFacts(Kernel kernel, int dimension) {
    this.kernel = kernel;
    this.dimension = dimension;
    this.spectrum = Spectrum.of(kernel, dimension);
    this.exact = ExactSpectra.of(kernel, dimension);
  }

  Kernel kernel() {
    return kernel;
  }

  int dimension() {
    return dimension;
  }

  /** From where on all eigenvalues of the parity are zero (Proposition 9.7, Lemma 9.8). */
  OptionalLong zerosFrom(Parity parity) {
    return exact.map(spectrum -> spectrum.zerosFrom(parity)).orElse(OptionalLong.empty());
  }

  /** Certifies a region, Theorem 6.2. */
  SupBound<? extends Region> bound(Region region) {
    return regions.computeIfAbsent(region, r -> SupBound.of(kernel, r));
  }

  /** Whether the kernel is even in the chord at that end, Lemma 10.1. */
  boolean isEven(Chart end) {
    return expansion(new Expansion(end, 64, 4, 1)).isEven();
  }

  /**
   * Whether the kernel is even in the chord at both ends and holomorphic between them, so that its
   * eigenvalues decay exponentially (Theorem 11.5 with J = 0).
   */
  boolean isSmooth() {
    try {
      return isEven(Chart.CHORD)
          && isEven(Chart.ANTIPODAL_CHORD)
          && bound(new ThetaRectangle(SOME_HEIGHT)).isCertified();
    } catch (DomainException noPowerSeries) {
      return false;
    }
  }

  /**
   * The coefficient of r^n at that end, n odd: exactly zero where a lemma says so.
   *
   * @param scale about the radius of convergence; any number gives a valid enclosure
   */
  Ball odd(Chart end, int n, int bits, double scale) {
    int first =
        end == Chart.CHORD ? kernel.firstOddExponent() : kernel.firstOddExponentAtAntipode();
    if (n < first || isEven(end)) {
      return Ball.exact(0);
    }
    int order = FIRST_ORDER;
    while (order <= n) {
      order *= 2;
    }
    return expansion(new Expansion(end, bits, order, scale)).coefficient(n);
  }

  private ChordExpansion expansion(Expansion key) {
    return expansions.computeIfAbsent(
        key,
        e -> {
          BallArithmetic over = BallArithmetic.ofBits(e.bits());
          return ChordExpansion.of(kernel, e.end(), over, e.order(), e.scale());
        });
  }

  /** Encloses the eigenvalues by quadrature, those together that can be. */
  void prepare(SortedSet<Long> frequencies, Context context) {
    SortedSet<Long> open = new TreeSet<>(frequencies);
    open.removeAll(byQuadrature.keySet());
    if (!open.isEmpty()) {
      byQuadrature.putAll(
          spectrum.enclose(open, EIGENVALUE_BITS, Optional.of(Method.QUADRATURE), context));
    }
  }

  /** An enclosure that quadrature found, if it did. */
  Optional<Ball> byQuadrature(long k) {
    return byQuadrature.get(k) instanceof Enclosure.Certified certified
        ? Optional.of(certified.ball())
        : Optional.empty();
  }

  /** The eigenvalue in closed form or as a series, if there is one. */
  Optional<ExactSpectrum.Value> exact(long k) {
    return exact.map(spectrum -> spectrum.at(k));
  }

  /** Quadrature once more, for a claim that is narrower than usual. */
  Optional<Ball> byQuadrature(long k, int bits, Context context) {
    SortedSet<Long> one = new TreeSet<>(List.of(k));
    return spectrum.enclose(one, bits, Optional.of(Method.QUADRATURE), context).get(k)
            instanceof Enclosure.Certified certified
        ? Optional.of(certified.ball())
        : Optional.empty();
  }
}
