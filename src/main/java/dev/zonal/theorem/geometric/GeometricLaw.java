package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.TailLaw;
import java.util.List;
import java.util.Optional;

/**
 * The geometric law of the eigenvalues of a network of one layer along one parity (docs/theory.md,
 * Theorem 17.8):
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
 * @param singularity u_*, above 1
 * @param order mu
 * @param constant C, the limit of rho^-k k^-s eta_k
 * @param least e_k k/k0 is at least this for every k from k0 on
 * @param greatest and at most this
 */
public record GeometricLaw(
    int dimension,
    Parity parity,
    long from,
    Rational singularity,
    Rational order,
    Ball constant,
    Rational least,
    Rational greatest)
    implements TailLaw {
  /** Before this k0 the bounds of the coefficients do not hold. */
  private static final long FIRST = 4;

  private static final Rational HALF = Rational.of(1, 2);

  /** Whether kernels of this kind may have a geometric law. */
  public static boolean isFor(Kernel kernel) {
    return kernel.arcSineForm().isPresent();
  }

  /**
   * The law of a kernel along a parity from k0 on; empty if the kernel is of no such form, k0 is
   * too small, or the coefficient of the law is not told from zero.
   */
  public static Optional<GeometricLaw> of(
      Kernel kernel, int dimension, Parity parity, long from) {
    return kernel
        .arcSineForm()
        .filter(form -> from >= FIRST && parity.firstFrom(from) == from)
        .flatMap(form -> of(form, kernel.paperScale(OVER), dimension, parity, from));
  }

  private static Optional<GeometricLaw> of(
      ArcSineForm form, Ball scale, int dimension, Parity parity, long from) {
    Rational beta = form.shift();
    Rational singularity = Rational.ONE.subtract(beta).divide(form.slope());
    RootCoefficients root = new RootCoefficients(beta, parity, from);
    boolean applies =
        beta.signum() >= 0 && singularity.compareTo(Rational.ONE) > 0 && root.decreases();
    Optional<Rational> order = order(form);
    if (!applies || order.isEmpty()) {
      return Optional.empty();
    }
    NearLimit coefficients = new ArcSineCoefficients(form, root).over(order.get());
    if (coefficients.limit().containsZero()) {
      return Optional.empty();
    }
    DistancePower power = new DistancePower(dimension, singularity, order.get());
    List<NearLimit> factors =
        List.of(
            coefficients.relative(),
            power.gammas(from),
            power.hypergeometric(from));
    NearLimit all =
        factors.get(0).ofMeans().times(factors.get(1)).times(factors.get(2));
    Ball constant =
        OVER.divide(
            OVER.multiply(coefficients.limit(), power.constant()),
            OVER.multiply(OVER.pi(), scale));
    return Optional.of(
        new GeometricLaw(
            dimension,
            parity,
            from,
            singularity,
            order.get(),
            constant,
            isAbove(factors) ? Rational.ZERO : all.deviation().lower(),
            isBelow(factors) ? Rational.ZERO : all.deviation().upper()));
  }

  /** mu, if some coefficient at the singularity is not zero. */
  private static Optional<Rational> order(ArcSineForm form) {
    if (!form.cube().isZero()) {
      return Optional.of(Rational.of(3, 2));
    }
    if (!form.rootAtSingularity().isZero()) {
      return Optional.of(HALF);
    }
    boolean isArc = form.root().stream().allMatch(Rational::isZero);
    return isArc && !form.arcAtSingularity().isZero()
        ? Optional.of(HALF.negate())
        : Optional.empty();
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
    return new DistancePower(dimension, singularity, order).rate();
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
    return Ball.hull(
        OVER.scale(constant, below.add(1)), OVER.scale(constant, above.add(1)));
  }

  /** C is positive, as all eigenvalues are. */
  @Override
  public int side() {
    return least.signum() >= 0 ? 1 : greatest.signum() <= 0 ? -1 : 0;
  }
}
