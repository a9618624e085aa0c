package dev.zonal.spectrum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Lazy;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.quadrature.CertifiedQuadrature;
import dev.zonal.spectrum.quadrature.PanelPlanner;
import dev.zonal.spectrum.quadrature.QuadratureSpectrum;
import dev.zonal.spectrum.series.SeriesMethod;
import dev.zonal.spectrum.tail.OddExpansion;
import dev.zonal.spectrum.tail.TailSpectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The eigenvalues of one kernel on one sphere, for the unit kernel and the probability measure.
 * Keeps what is worth keeping between requests (certified regions, expansions), so that a second
 * request is cheaper.
 *
 * <p>Thread-safe.
 */
public final class Spectrum {
  private static final int QUADRATURE_UP_TO = 90;
  private static final int MEASURED_BITS = 1024;

  private static final String GIVEN = "the kernel is given by its eigenvalues";

  private final Kernel kernel;
  private final AnalyticData analytic;
  private final int dimension;
  private final Optional<ExactSpectrum> exact;
  private final Supplier<Certification<OddExpansion>> expansion;
  private final TailSpectrum tail;
  private final Optional<SeriesMethod> series;
  private final QuadratureSpectrum quadrature;
  private final Optional<IntervalSpectrum> members;
  private final boolean isGiven;

  private Spectrum(
      Kernel kernel,
      AnalyticData analytic,
      Supplier<Certification<OddExpansion>> expansion,
      int dimension) {
    this.kernel = kernel;
    this.isGiven = kernel.structure() instanceof Structure.Spectral;
    this.dimension = dimension;
    this.members = IntervalSpectrum.of(kernel, dimension);
    this.exact = ExactSpectra.of(kernel, dimension);
    this.analytic = analytic;
    this.expansion = expansion;
    this.tail = new TailSpectrum(expansion, dimension);
    this.series = SeriesMethod.of(analytic.kernel(), dimension);
    PanelPlanner planner =
        new PanelPlanner((a, b, rho) -> analytic.ellipse(a, b, rho).bound().value());
    this.quadrature =
        new QuadratureSpectrum(
            new CertifiedQuadrature(analytic.kernel(), dimension, planner), dimension);
  }

  /** The spectrum of {@code kernel} on the unit sphere of R^dimension, dimension at least 2. */
  public static Spectrum of(Kernel kernel, int dimension) {
    AnalyticData analytic = AnalyticData.of(kernel.normalForm());
    return new Spectrum(
        kernel,
        analytic,
        new Lazy<>(
            () ->
                kernel.structure() instanceof Structure.Spectral
                    ? Certification.refused(GIVEN)
                    : Certification.of(() -> OddExpansion.of(analytic))),
        dimension);
  }

  /**
   * The spectrum of the same kernel on another sphere; what was found out about the kernel is
   * shared.
   */
  public Spectrum onSphere(int otherDimension) {
    return new Spectrum(kernel, analytic, expansion, otherDimension);
  }

  /** The odd coefficients of the kernel at both ends, if it is a power series there. */
  public Certification<OddExpansion> expansion() {
    return expansion.get();
  }

  /**
   * A frequency from which on every eigenvalue of the parity is exactly zero, if a theorem says so
   * (docs/theory.md, Proposition 9.7, Lemmas 5.12 and 9.8).
   */
  public OptionalLong zerosFrom(Parity parity) {
    return ExactSpectra.zerosFrom(kernel, exact, parity);
  }

  private boolean isZeroByParity(long k) {
    OptionalLong first = zerosFrom(Parity.of(k));
    return first.isPresent() && k >= first.getAsLong();
  }

  /** The regions on which the kernel is certified to be holomorphic. */
  public AnalyticData analytic() {
    return analytic;
  }

  public Kernel kernel() {
    return kernel;
  }

  public int dimension() {
    return dimension;
  }

  /**
   * Encloses the eigenvalues.
   *
   * @param frequencies the k wanted, each from 0 to 10^18
   * @param relativeBits the relative accuracy wanted, in bits
   * @param method a method to force, or empty to choose for each k
   * @param context hears of the steps; where it ends the work, the k that are left are refused
   * @return for each k an enclosure of that accuracy, or the reason why there is none
   */
  public Map<Long, Certification<Enclosure>> enclose(
      SortedSet<Long> frequencies,
      int relativeBits,
      Optional<Eigenvalue.Method> method,
      Context context) {
    Map<Long, Certification<Enclosure>> result = new TreeMap<>();
    enclose(frequencies, relativeBits, method, context, result::put);
    return result;
  }

  /** The same, each handed over as soon as it is known: what was found before the end is kept. */
  void enclose(
      SortedSet<Long> frequencies,
      int relativeBits,
      Optional<Eigenvalue.Method> method,
      Context context,
      BiConsumer<Long, Certification<Enclosure>> found) {
    SortedSet<Long> open = new TreeSet<>(frequencies);
    try {
      for (long k : frequencies) {
        Optional<Certification<Enclosure>> direct =
            direct(k, frequencies.last(), relativeBits, method);
        if (direct.isPresent()) {
          open.remove(k);
          found.accept(k, direct.get());
        }
        context.report(frequencies.size() - open.size(), frequencies.size());
      }
      if (!open.isEmpty() && members.isPresent()) {
        members.get().enclose(open, method, context).forEach(found);
      } else if (!open.isEmpty()) {
        quadrature
            .enclose(new TreeSet<>(open), relativeBits, context)
            .forEach(
                (k, enclosure) -> {
                  found.accept(
                      k,
                      method.isPresent()
                          ? enclosure
                          : either(enclosure, () -> tail.certify(k, relativeBits)));
                  open.remove(k);
                });
      }
    } catch (StoppedException stopped) {
      open.forEach(k -> found.accept(k, Certification.refused(stopped.getMessage())));
    }
  }

  /** Encloses one eigenvalue by whatever method serves. */
  public Certification<Enclosure> enclose(long k, int relativeBits, Context context) {
    return enclose(new TreeSet<>(Set.of(k)), relativeBits, Optional.empty(), context).get(k);
  }

  /** By a closed form or the tail theorem; empty where quadrature is to do it. */
  private Optional<Certification<Enclosure>> direct(
      long k, long last, int bits, Optional<Eigenvalue.Method> method) {
    boolean exactly = method.filter(m -> m != Eigenvalue.Method.EXACT).isEmpty();
    if (exactly && exact.isEmpty() && isZeroByParity(k)) {
      return Optional.of(Certification.certified(Enclosure.zero()));
    }
    if (members.isPresent()) {
      return Optional.empty();
    }
    if (method.isEmpty() && analytic.kernel().isRootExponential()) {
      return series.map(s -> s.enclose(k, last, bits));
    }
    if (method.isEmpty()) {
      return exact
          .filter(spectrum -> spectrum.isPreferredAt(k))
          .map(spectrum -> exactly(spectrum, k, bits))
          .or(() -> byTail(k, bits))
          .or(() -> series.map(s -> s.enclose(k, last, bits)).filter(Certification::isCertified));
    }
    return switch (method.get()) {
      case EXACT ->
          Optional.of(
              exact
                  .map(spectrum -> exactly(spectrum, k, bits))
                  .orElse(
                      Certification.refused(
                          "no closed form or convergent series is known for this kernel")));
      case TAIL -> Optional.of(tail.enclose(k, bits));
      case SERIES ->
          Optional.of(
              series
                  .map(s -> s.enclose(k, last, bits))
                  .orElse(
                      Certification.refused(
                          "no power series in u with coefficients that are not negative is known"
                              + " for this kernel")));
      case QUADRATURE -> isGiven ? Optional.of(Certification.refused(GIVEN)) : Optional.empty();
    };
  }

  private Optional<Certification<Enclosure>> byTail(long k, int bits) {
    return isTailPreferred(k, bits)
        ? tail.certify(k, bits).map(Certification::certified)
        : Optional.empty();
  }

  /**
   * Whether the tail costs less than quadrature where it reaches. In low dimensions and up to some
   * 300 digits not where it barely does: the coefficients that it needs there cost more than all
   * values of the kernel that quadrature needs (measured, docs/benchmarks.md).
   */
  private boolean isTailPreferred(long k, int bits) {
    return dimension > 3 || bits > MEASURED_BITS || k >= QUADRATURE_UP_TO + 0.75 * bits;
  }

  /** The preferred enclosure, or the other where that is refused and the other is not. */
  static Certification<Enclosure> either(
      Certification<Enclosure> preferred, Supplier<Optional<Enclosure>> other) {
    return preferred.isCertified()
        ? preferred
        : other.get().map(Certification::certified).orElse(preferred);
  }

  private static Certification<Enclosure> exactly(ExactSpectrum spectrum, long k, int bits) {
    return Certification.of(
        () -> Enclosure.exact(spectrum.at(k), BallArithmetic.ofBits(bits + Precision.CLOSED_FORM)));
  }
}
