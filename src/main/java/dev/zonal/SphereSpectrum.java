package dev.zonal;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.EnclosedNumber;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.certificate.DecayStatement;
import dev.zonal.theorem.certificate.EquivalenceStatement;
import dev.zonal.theorem.certificate.SignStatement;
import dev.zonal.theorem.law.Asymptotics;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The eigenvalues of a kernel on a unit sphere: f(&lt;x, z&gt;) as an integral operator has the
 * eigenvalue eta_k on the spherical harmonics of degree k.
 *
 * <p>Immutable and thread-safe. Proofs are about the kernel with f(1) = 1.
 *
 * @since 0.1.0
 */
public final class SphereSpectrum {
  private static final int GUARD_BITS = 64;

  private static final int ATTEMPTS_BITS = 1 << 16;

  /** What is found out about a kernel serves all who ask for it. */
  private static final Engine ENGINE = new Engine();

  private final Kernel kernel;
  private final int dimension;
  private final int digits;
  private final Scale scale;
  private final Normalization normalization;

  SphereSpectrum(Kernel kernel, int dimension, int digits, Scale scale) {
    this(kernel, dimension, digits, scale, Normalization.PROBABILITY);
  }

  private SphereSpectrum(
      Kernel kernel, int dimension, int digits, Scale scale, Normalization normalization) {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension must be at least 2, not " + dimension);
    }
    this.kernel = kernel;
    this.dimension = dimension;
    this.digits = digits;
    this.scale = scale;
    this.normalization = normalization;
  }

  /** For the surface measure in place of the uniform probability measure. */
  public SphereSpectrum inSurfaceMeasure() {
    return new SphereSpectrum(kernel, dimension, digits, scale, Normalization.SURFACE);
  }

  /**
   * eta_k.
   *
   * @param k from 0 to 10^18
   * @throws UncertifiedException if it is not certified, with the reason
   */
  public CertifiedNumber eigenvalue(long k) throws UncertifiedException {
    return eigenvalues(new TreeSet<>(List.of(k))).get(k);
  }

  /**
   * eta_k for k = first, ..., last, which is cheaper than each alone.
   *
   * @throws UncertifiedException if one of them is not certified, with the reason
   */
  public SortedMap<Long, CertifiedNumber> eigenvalues(long first, long last)
      throws UncertifiedException {
    return eigenvalues(
        LongStream.rangeClosed(first, last).boxed().collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * eta_k for some frequencies.
   *
   * @param frequencies one at least, each from 0 to 10^18
   * @throws UncertifiedException if one of them is not certified, with the reason
   */
  public SortedMap<Long, CertifiedNumber> eigenvalues(SortedSet<Long> frequencies)
      throws UncertifiedException {
    SpectrumResult result =
        ENGINE.compute(
            new SpectrumRequest(
                kernel, dimension, frequencies, digits, Optional.empty(), normalization, scale),
            Context.NONE);
    if (!result.failures().isEmpty()) {
      SpectrumResult.Failure first = result.failures().get(0);
      throw new UncertifiedException("k = " + first.frequency() + ": " + first.reason());
    }
    SortedMap<Long, CertifiedNumber> numbers = new TreeMap<>();
    for (Eigenvalue eta : result.eigenvalues()) {
      numbers.put(
          eta.frequency(),
          new CertifiedNumber(eta.rounded(), eta.enclosure(), eta.exact(), digits));
    }
    return numbers;
  }

  /**
   * E, where k^E eta_k tends to a limit that is not zero along the k of a parity; empty where there
   * is no such law, or none is certified.
   */
  public Optional<Rational> decayExponent(Parity parity) {
    return Asymptotics.of(spectrum()).decayExponent(parity);
  }

  /**
   * The limit of k^E eta_k along the k of a parity, of the kernel with f(1) = 1 and for the
   * probability measure.
   *
   * @throws UncertifiedException if there is no law of this kind, or none is certified
   */
  public CertifiedNumber decayConstant(Parity parity) throws UncertifiedException {
    Asymptotics asymptotics = Asymptotics.of(spectrum());
    if (asymptotics.decayExponent(parity).isEmpty()) {
      throw new UncertifiedException(
          asymptotics.refusal(parity).orElse("no power law of the " + parity + " eigenvalues"));
    }
    int bits = BallArithmetic.bitsFor(digits) + GUARD_BITS;
    return Refinement.upTo(bits, ATTEMPTS_BITS)
        .doubling(precision -> constant(asymptotics, parity, precision))
        .orElseThrow();
  }

  private Certification<CertifiedNumber> constant(
      Asymptotics asymptotics, Parity parity, int bits) {
    Optional<Ball> ball = asymptotics.constant(parity, bits);
    return ball.flatMap(
            b -> new EnclosedNumber(b, asymptotics.exactConstant(parity)).rounded(digits))
        .map(Certification::certified)
        .orElseGet(() -> Certification.refused("no precision decides the constant's digits"));
  }

  /** Tries to prove that every eigenvalue is positive. */
  public Proof<Positivity.Proof> provePositive() {
    return new Proof<>(SignStatement.POSITIVITY, Positivity.prove(spectrum(), Context.NONE));
  }

  /** Tries to prove that no eigenvalue is negative, and which are zero. */
  public Proof<Semidefinite.Proof> proveSemidefinite() {
    return new Proof<>(SignStatement.SEMIDEFINITE, Semidefinite.prove(spectrum(), Context.NONE));
  }

  /** Tries to prove the law of decay, with bounds for all k. */
  public Proof<Decay.Proof> proveDecay() {
    return new Proof<>(new DecayStatement(), Decay.prove(spectrum(), Context.NONE));
  }

  /**
   * Tries to prove that the kernel has the space of functions of another one, with the best
   * constants between their eigenvalues.
   */
  public Proof<Equivalence.Proof> proveEquivalentTo(ZonalKernel other) {
    return new Proof<>(
        new EquivalenceStatement(),
        Equivalence.prove(spectrum(), ENGINE.spectrum(other.kernel(), dimension), Context.NONE));
  }

  private Spectrum spectrum() {
    return ENGINE.spectrum(kernel, dimension);
  }

  @Override
  public String toString() {
    return kernel + " on the unit sphere of R^" + dimension;
  }
}
