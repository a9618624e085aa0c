package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.TailLaw;
import java.util.List;
import java.util.Optional;

/**
 * The geometric law of the eigenvalues of a network along one parity (docs/theory.md, Theorems 17.8
 * and 17.9):
 *
 * <pre>
 *   eta_k = C rho^k k^s (1 + e_k),   |e_k| &lt;= B k0/k   for every k &gt;= k0 of the parity,
 *   rho = u_* - sqrt(u_*^2 - 1),   s = mu - d/2,
 * </pre>
 *
 * for a kernel that is singular like (u_* - u)^-mu at the nearest of its singularities.
 *
 * @param dimension d
 * @param from k0, of the parity
 * @param singularity u_*
 * @param order mu
 * @param constant C, the limit of rho^-k k^-s eta_k
 * @param least e_k k/k0 is at least this for every k from k0 on
 * @param greatest and at most this
 */
public record GeometricLaw(
    int dimension,
    Parity parity,
    long from,
    Singularity singularity,
    Rational order,
    Ball constant,
    Rational least,
    Rational greatest)
    implements TailLaw {
  /** Before this k0 the bounds of the coefficients do not hold. */
  private static final long FIRST = 4;

  /**
   * Whether kernels of this kind may have a geometric law: they are power series in u with
   * coefficients that are not negative, singular on the real axis beyond 1.
   */
  public static boolean isFor(Kernel kernel) {
    return kernel.arcSineForm().isPresent()
        || kernel.isComposedOfAnalyticDuals() && !kernel.isEntire();
  }

  /** Why the kernel has no geometric law that is proved, if that is so for every k0. */
  public static Optional<String> refusal(Kernel kernel) {
    return SingularSeries.of(kernel).refusal();
  }

  /**
   * The law of a kernel along a parity from k0 on; empty if the kernel is of no such form, k0 is
   * too small, or the coefficient of the law is not told from zero.
   */
  public static Optional<GeometricLaw> of(Kernel kernel, int dimension, Parity parity, long from) {
    return from >= FIRST && parity.firstFrom(from) == from
        ? SingularSeries.of(kernel).value().flatMap(s -> of(s, dimension, parity, from))
        : Optional.empty();
  }

  private static Optional<GeometricLaw> of(
      SingularSeries series, int dimension, Parity parity, long from) {
    return series
        .ratios(parity, from)
        .filter(ratios -> !ratios.limit().containsZero())
        .map(ratios -> of(series, ratios, dimension, parity, from));
  }

  private static GeometricLaw of(
      SingularSeries series, NearLimit ratios, int dimension, Parity parity, long from) {
    DistancePower power = new DistancePower(dimension, series.singularity(), series.order());
    List<NearLimit> factors =
        List.of(ratios.relative(), power.gammas(from), power.hypergeometric(from));
    NearLimit all = factors.get(0).ofMeans().times(factors.get(1)).times(factors.get(2));
    return new GeometricLaw(
        dimension,
        parity,
        from,
        series.singularity(),
        series.order(),
        OVER.multiply(ratios.limit(), power.constant()),
        isAbove(factors) ? Rational.ZERO : all.deviation().lower(),
        isBelow(factors) ? Rational.ZERO : all.deviation().upper());
  }

  /** Whether no factor is ever below its limit. */
  private static boolean isAbove(List<NearLimit> factors) {
    return factors.stream().allMatch(factor -> factor.deviation().isNonNegative());
  }

  private static boolean isBelow(List<NearLimit> factors) {
    return factors.stream().allMatch(factor -> factor.deviation().negated().isNonNegative());
  }

  /** rho, in (0, 1). */
  public Ball rate() {
    return singularity.rate();
  }

  /** s. */
  public Rational exponent() {
    return order.subtract(Rational.of(dimension, 2));
  }

  /** B: |e_k| is at most this times k0/k. */
  public Rational remainder() {
    return least.abs().compareTo(greatest.abs()) > 0 ? least.abs() : greatest.abs();
  }

  /** rho^-k k^-s eta_k, k at least 1. */
  @Override
  public Ball scaled(long k, Ball eigenvalue) {
    Ball power = OVER.power(OVER.of(k), exponent());
    Ball geometric = OVER.power(rate(), k);
    return OVER.divide(eigenvalue, OVER.multiply(power, geometric));
  }

  /** All rho^-k k^-s eta_k with k at least k0 of the parity, and their limit. */
  @Override
  public Ball tail() {
    Rational below = least.signum() < 0 ? least : Rational.ZERO;
    Rational above = greatest.signum() > 0 ? greatest : Rational.ZERO;
    return Ball.hull(OVER.scale(constant, below.add(1)), OVER.scale(constant, above.add(1)));
  }

  /** C is positive, as all eigenvalues are. */
  @Override
  public int side() {
    return least.signum() >= 0 ? 1 : greatest.signum() <= 0 ? -1 : 0;
  }
}
