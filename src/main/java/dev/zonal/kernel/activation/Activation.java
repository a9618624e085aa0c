package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.layer.Dual;
import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.Optional;

/**
 * The activation phi of the units of a network, by its dual: what it makes of a pair (x, z) of
 * centred Gaussian numbers (docs/theory.md, Section 5.8). Every formula holds for any variances;
 * the root of the product of equal variances is never taken.
 */
public interface Activation {
  /** E phi(x) phi(z). */
  <T> T covariance(Arithmetic<T> over, GaussianPair<T> pair);

  /**
   * E phi'(x) phi'(z), the derivative of {@link #covariance} by the covariance of x and z (Price's
   * theorem).
   */
  <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair);

  /** E phi(x)^2 for a variance q &gt; 0. */
  <T> T variance(Arithmetic<T> over, T q);

  /** E phi'(x)^2. */
  <T> T derivativeVariance(Arithmetic<T> over, T q);

  /**
   * The dual for inputs of variance q, normalised; for the use of one thread.
   *
   * @param variance E phi(x)^2 at that variance
   */
  default <T> Dual<T> dual(Arithmetic<T> over, T q, T variance) {
    return new GaussianDual<>(over, this, q, variance);
  }

  /**
   * The dual between inputs of the variances q and q', over the root of the product of their
   * moments; for the use of one thread.
   *
   * @param moment that root, of E phi(x)^2 and E phi(z)^2
   */
  default <T> Dual<T> dual(Arithmetic<T> over, T first, T second, T moment) {
    return new GaussianPairDual<>(over, this, first, second, moment);
  }

  /**
   * n, if phi(a x) = a^n phi(x) for a &gt; 0, so that the normalised dual does not depend on the
   * variance.
   */
  default Optional<Integer> homogeneity() {
    return Optional.empty();
  }

  /** Whether phi' is square integrable, without which there is no tangent kernel. */
  default boolean hasTangentKernel() {
    return true;
  }

  /** Whether phi(0) = 0; of a jump at 0 the value there is taken to be 0. */
  default boolean vanishesAtZero() {
    return true;
  }

  /**
   * E phi(x) phi(z) as a function of the covariance at equal variances, if it is of this form.
   *
   * @param q the variance
   */
  default Optional<ArcSineForm> covarianceForm(Rational q) {
    return Optional.empty();
  }

  /** The same of the covariance times E phi'(x) phi'(z). */
  default Optional<ArcSineForm> slopeForm(Rational q) {
    return Optional.empty();
  }

  /** The part of phi that is a polynomial, if that is known of its odd or its even part. */
  default Optional<PolynomialPart> polynomialPart() {
    return Optional.empty();
  }

  /**
   * The dual as a power series in the covariance, whose positive coefficients are those of the
   * Hermite coefficients that are not zero, whatever the variance: infinitely many of each parity,
   * but where the part of phi is a polynomial, which is then a multiple of a power x^n and has
   * those of n, n - 2, ... (docs/theory.md, Lemma 17.4b).
   */
  default <S> S series(SeriesAlgebra<S> over) {
    if (polynomialPart().isEmpty()) {
      return over.sum(over.infinite(false), over.infinite(true));
    }
    PolynomialPart part = polynomialPart().get();
    S sum = over.infinite(!part.odd());
    for (int n = part.degree(); n >= 0; n -= 2) {
      sum = over.sum(sum, over.power(n));
    }
    return sum;
  }

  /** Whether the dual is holomorphic in u on a neighbourhood of [-1, 1]. */
  default boolean isAnalytic() {
    return homogeneity().isEmpty();
  }

  /** Whether the dual is an entire function of the covariance. */
  default boolean isEntire() {
    return false;
  }

  /**
   * Whether the dual is known by values and as a power series in u of radius of convergence 1 only,
   * whose coefficients fall like exp(-c sqrt(n)).
   */
  default boolean isRootExponential() {
    return false;
  }

  /**
   * An odd number below which every odd coefficient of the dual in either chord vanishes; those of
   * its derivative do below that less 2.
   */
  default int firstOddExponent() {
    return homogeneity().map(n -> 2 * n + 1).orElse(1);
  }

  /**
   * q, if the covariance behind so many layers is a power series in r^(1/q) at coincidence: the
   * dual of a step is one in r, and the angle behind it one in the root of r.
   */
  default int chordRoot(int depth) {
    boolean step = homogeneity().filter(n -> n == 0).isPresent();
    return step ? 1 << Math.min(depth - 1, 30) : 1;
  }
}
