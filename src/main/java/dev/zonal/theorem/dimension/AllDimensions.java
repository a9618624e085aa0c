package dev.zonal.theorem.dimension;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.dimension.Counterexample.Kind;
import dev.zonal.theorem.law.SeriesDegrees;
import dev.zonal.theorem.law.Verdict;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statement that on the sphere of R^d, for every d at least 2, all eigenvalues of a kernel are
 * positive, or that none is negative: by Schoenberg's theorem a matter of the signs of its
 * coefficients as a power series in u (docs/theory.md, Theorem 17.4a).
 *
 * @param kernel the kernel
 * @param zerosAllowed whether an eigenvalue may be zero
 * @param degrees of the series, where it is known that no coefficient is negative
 * @param counterexample what refutes the statement
 */
public record AllDimensions(
    Kernel kernel,
    boolean zerosAllowed,
    Optional<SeriesDegrees> degrees,
    Optional<Counterexample> counterexample) {
  /**
   * Tries to prove that all eigenvalues are positive.
   *
   * @throws KernelSpecificationException if the kernel is given by its eigenvalues, and is another
   *     function on every sphere
   * @throws dev.zonal.spectrum.value.NotIntegrableException if it is not integrable on the circle
   */
  public static AllDimensions positivity(Kernel kernel) {
    return of(kernel, false);
  }

  /**
   * Tries to prove that no eigenvalue is negative.
   *
   * @throws KernelSpecificationException as for {@link #positivity}
   * @throws dev.zonal.spectrum.value.NotIntegrableException likewise
   */
  public static AllDimensions semidefinite(Kernel kernel) {
    return of(kernel, true);
  }

  private static AllDimensions of(Kernel kernel, boolean zerosAllowed) {
    requireOneFunction(kernel);
    Optional<SeriesDegrees> degrees = SeriesDegrees.of(kernel);
    Optional<Counterexample> counterexample =
        degrees.isEmpty()
            ? NegativeCoefficient.of(kernel.normalForm().structure())
            : degrees.filter(d -> !zerosAllowed).flatMap(AllDimensions::firstZero);
    return new AllDimensions(kernel, zerosAllowed, degrees, counterexample);
  }

  private static void requireOneFunction(Kernel kernel) {
    if (kernel.structure() instanceof Structure.Spectral) {
      throw new KernelSpecificationException(
          kernel
              + " is given by its eigenvalues and is another function on every sphere:"
              + " --all-dimensions is for one function of u on all of them");
    }
    ExactSpectra.of(kernel, 2);
  }

  private static Optional<Counterexample> firstZero(SeriesDegrees degrees) {
    return Stream.of(Parity.values())
        .flatMap(parity -> degrees.zerosFrom(parity).stream().boxed())
        .min(Long::compare)
        .map(k -> new Counterexample(Kind.ZERO, k, BigInteger.TWO));
  }

  public Verdict verdict() {
    if (counterexample.isPresent()) {
      return Verdict.REFUTED;
    }
    return degrees.isPresent() ? Verdict.PROVEN : Verdict.UNDECIDED;
  }

  /** That no eigenvalue is negative. */
  public AllDimensions weaker() {
    return zerosAllowed ? this : of(kernel, true);
  }

  /** One sentence; empty if the statement is proven. */
  public String reason() {
    return counterexample
        .map(this::reason)
        .orElse(
            degrees.isPresent()
                ? ""
                : "no theorem tells the signs of the coefficients of the kernel as a power series"
                    + " in u");
  }

  private String reason(Counterexample found) {
    if (found.kind() == Kind.NEGATIVE) {
      String where =
          found.isEverywhere()
              ? "every dimension"
              : "every dimension d from " + found.dimension() + " on";
      return "the eigenvalue at k = " + found.k() + " is negative in " + where;
    }
    return "every %s eigenvalue from k = %s on is exactly zero in every dimension"
        .formatted(Parity.of(found.k()), found.k());
  }
}
