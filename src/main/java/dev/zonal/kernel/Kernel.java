package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import java.util.Optional;

/**
 * A zonal kernel (x, z) -> f(u), u = cos theta = &lt;x, z&gt;, on a unit sphere of any dimension,
 * normalised so that f(1) = 1 unless its documentation says otherwise.
 *
 * <p>A kernel that is given by its eigenvalues ({@link SpectralKernel}) is a function on a sphere
 * of given dimension only, and has no values without one.
 *
 * <p>A kernel is immutable, is written once over an arithmetic it knows nothing about, and prints
 * as its canonical specification: {@code KernelSpecification.parse(kernel.toString())} is equal to
 * it.
 */
public interface Kernel {
  /** f at the given angle. */
  <T> T evaluate(Arithmetic<T> over, Angle<T> at);

  /**
   * The same function under the one name that all its names have in common: what depends on the
   * kind of a kernel asks the normal form for it, and kernels are the same if their normal forms
   * are. Kernels print as they were given.
   */
  default Kernel normalForm() {
    return this;
  }

  /** What the function is made of; the same for kernels with the same normal form. */
  default Structure structure() {
    return new Structure.Opaque();
  }

  /** The network whose kernel this is. */
  default Optional<NetworkKernel> network() {
    return Optional.empty();
  }

  /**
   * The kernel with other parameters in place of its own.
   *
   * @throws KernelSpecificationException if one of them is out of its range
   */
  default Kernel withParameters(ParameterMap map) {
    return this;
  }

  /**
   * f(1), where theta = 0.
   *
   * @throws dev.zonal.arithmetic.DomainException if f is unbounded there
   */
  default <T> T atCoincidence(Arithmetic<T> over) {
    return over.of(1);
  }

  /**
   * f(u) at a rational u, where it is known to be rational: a value that no precision could tell
   * from a tie in rounding, or from zero. Empty does not mean that the value is irrational.
   *
   * @param u in [-1, 1]
   */
  default Optional<Rational> rationalValue(Rational u) {
    return u.equals(Rational.ONE) ? Optional.of(Rational.ONE) : Optional.empty();
  }

  /**
   * The factor by which the literature's unnormalised kernel exceeds f: Theta = scale f. It is 1
   * for kernels that the literature defines as they are.
   */
  default <T> T paperScale(Arithmetic<T> over) {
    return over.of(1);
  }

  /**
   * An odd number below which every odd coefficient of both chord expansions vanishes exactly: 3
   * where f is a covariance of a network, for a layer changes it by r^3 at the least
   * (docs/theory.md, Lemma 12.0), 2 nu for a Matern kernel (Lemma 9.9).
   */
  default int firstOddExponent() {
    return 1;
  }

  /**
   * The same for the expansion at the antipode alone (docs/theory.md, Lemmas 12.0 and 12.7): 3
   * where biases make its first odd coefficient vanish.
   */
  default int firstOddExponentAtAntipode() {
    return firstOddExponent();
  }

  /**
   * q, if f is known to be a power series in r^(1/q) and no such series in a lower root at
   * coincidence: where the layers of a network are steps, each takes a square root of the chord.
   */
  default int chordRoot() {
    return 1;
  }

  /**
   * Whether f is known to be a mixture of Gaussians exp(-v r^2) with non-negative weights that are
   * not all at v = 0, so that all its eigenvalues are positive on every sphere (docs/theory.md,
   * Proposition 9.14).
   */
  default boolean isMixtureOfGaussians() {
    return false;
  }

  /**
   * Whether f(u) is known, by a theorem, to be a power series in u with coefficients b_n &gt;= 0,
   * for |u| &lt;= 1 at least, so that f is positive semidefinite on every sphere (docs/theory.md,
   * Proposition 9.15).
   */
  default boolean hasNonNegativeSeries() {
    return isMixtureOfGaussians();
  }

  /**
   * Whether f is known, by a theorem, to be a power series in u with b_n &gt;= 0 of which
   * infinitely many with n of a parity are positive, so that all its eigenvalues of that parity are
   * positive on every sphere on which it is integrable (docs/theory.md, Propositions 9.14, 17.4 and
   * 18.6).
   *
   * @param odd whether of the odd n
   */
  default boolean hasPositiveSeries(boolean odd) {
    return isMixtureOfGaussians();
  }

  /**
   * Whether all eigenvalues of a parity are known, by a theorem, to be positive on every sphere on
   * which f is a kernel: by its power series, or because it is given by positive eigenvalues.
   *
   * @param odd whether of the odd k
   */
  default boolean hasPositiveEigenvalues(boolean odd) {
    return hasPositiveSeries(odd);
  }

  /**
   * Whether f is a composition of duals that are power series with non-negative coefficients, of
   * non-negative constants, sums and products, each of whose steps refuses over balls an argument
   * at or beyond the radius of convergence: then f(R), R &gt; 1, is refused or f is a power series
   * in u that converges at R (docs/theory.md, Theorem 17.1).
   */
  default boolean isComposedOfAnalyticDuals() {
    return false;
  }

  /**
   * Whether f is known to be an entire function of u and a power series without negative
   * coefficients, so that rho^-k eta_k tends to 0 for every rho &gt; 0 (docs/theory.md, section
   * 17.1): networks of sines, cosines and exponentials.
   */
  default boolean isEntire() {
    return false;
  }

  /**
   * Whether f is a sum of non-negative powers of u, constants, sums, products and duals of
   * activations that are known by their Hermite coefficients: it is a power series in u with b_n
   * &gt;= 0, of radius of convergence 1 as far as anyone knows, and has values, but no region on
   * which it is certified to be holomorphic (docs/theory.md, section 18).
   */
  default boolean isRootExponential() {
    return false;
  }

  /**
   * The kernel times its {@link #paperScale} in terms of arc sines and roots, if it is of that form
   * (docs/theory.md, Theorem 17.8): the fully connected networks of one layer of erf or GELU units.
   */
  default Optional<ArcSineForm> arcSineForm() {
    return Optional.empty();
  }

  /**
   * The odd or the even part of f as a function of u, where that is known to be a polynomial
   * (docs/theory.md, Lemma 5.12).
   */
  default Optional<PolynomialPart> polynomialPart() {
    return Optional.empty();
  }
}
