package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.spectrum.value.Precision;
import java.util.Optional;

/**
 * Even and odd eigenvalues of a residual tangent kernel before its decay law sets in: for k well
 * below 1/sqrt(L sigma) the even ones are those of one block, and the odd ones, which one block
 * does not have, are small (docs/theory.md, Theorem 29.6 and its corollary).
 *
 * @param depth L, at least 2
 * @param sigma in (0, 1)
 * @param dimension d, at least 2
 * @param loss R, the part of the kernel that is not one block's
 */
public record EarlyParity(int depth, Ball sigma, int dimension, Ball loss) {
  private static final BallArithmetic OVER = Precision.CONSTANTS;
  private static final Ball ONE = Ball.exact(1);

  /**
   * What the theorem says of a kernel.
   *
   * @param kernel of ReLUs, without bias, blocks trained, L at least 2
   * @throws IllegalArgumentException if the kernel is another
   */
  public static EarlyParity of(ResidualTangentKernel kernel, int dimension) {
    if (!isKnown(kernel)) {
      throw new IllegalArgumentException("the parities are known before the law for blocks only");
    }
    Ball sigma = kernel.recursion().layer().sigma(OVER);
    return new EarlyParity(kernel.depth(), sigma, dimension, loss(kernel.depth(), sigma));
  }

  /** Whether the theorem is about a kernel. */
  static boolean isKnown(ResidualTangentKernel kernel) {
    return kernel.recursion().isRectified()
        && kernel.training() == Training.BLOCKS
        && kernel.depth() >= 2;
  }

  /** 1 - (1/L) Sum lambda^(L-1-l) g(lambda^l). */
  private static Ball loss(int depth, Ball sigma) {
    Ball rest = rest(sigma);
    Ball sum = Ball.exact(0);
    Ball power = ONE;
    for (int l = 0; l < depth; l++) {
      Context.checkpoint();
      // Horner's rule: what came before is multiplied by lambda once more.
      sum = OVER.add(OVER.multiply(rest, sum), oneBlock(power));
      power = OVER.multiply(rest, power);
    }
    return OVER.subtract(ONE, OVER.scale(sum, Rational.of(1, depth)));
  }

  /** lambda = 1 - sigma/2. */
  private static Ball rest(Ball sigma) {
    return OVER.subtract(ONE, OVER.scale(sigma, Rational.of(1, 2)));
  }

  /** g(u), u in (0, 1]. */
  private static Ball oneBlock(Ball u) {
    if (u.equals(ONE)) {
      return ONE;
    }
    Ball versine = OVER.subtract(ONE, u);
    ChordAngle<Ball> angle =
        ChordAngle.ofChord(OVER, OVER.sqrt(OVER.scale(versine, Rational.of(2))));
    Ball sum = OVER.add(angle.kappa1(), OVER.multiply(u, angle.kappa0()));
    return OVER.scale(sum, Rational.of(1, 2));
  }

  /** The distance of eta_k to that of one block is at most this, k at least 1. */
  public Ball atMost(long k) {
    return OVER.multiply(loss, largestOfPowers(k));
  }

  /** M_k, the largest eigenvalue of a power of u. */
  Ball largestOfPowers(long k) {
    Ball eigenvalue = first(k);
    for (long n = k + 2; (dimension - 1) * n <= k * (k + dimension - 2); n += 2) {
      Context.checkpoint();
      eigenvalue = next(eigenvalue, n, k);
    }
    return eigenvalue;
  }

  /** Of u^k: k!/(2^k (d/2)_k). */
  private Ball first(long k) {
    Ball product = ONE;
    for (long i = 1; i <= k; i++) {
      product = OVER.scale(product, Rational.of(i, dimension + 2 * (i - 1)));
    }
    return product;
  }

  /** Of u^n, from that of u^(n-2). */
  private Ball next(Ball eigenvalue, long n, long k) {
    return OVER.scale(eigenvalue, Rational.of(n * (n - 1), (n - k) * (n + k + dimension - 2)));
  }

  /** An odd eigenvalue is at least this, k at least 3. */
  public Ball atLeast(long k) {
    if (k < 3 || k % 2 == 0) {
      throw new IllegalArgumentException("k must be odd and at least 3, not " + k);
    }
    long last = last(k);
    Ball eigenvalue = first(k);
    Ball sum = Ball.exact(0);
    // n b_n = n (n+1)/(2 pi (n-1)^2) times a binomial coefficient over its power of two.
    Ball central = ONE;
    for (long n = 2; n <= last + 1; n += 2) {
      Context.checkpoint();
      central = OVER.scale(central, Rational.of(n - 1, n));
      if (n > k) {
        eigenvalue = n == k + 1 ? eigenvalue : next(eigenvalue, n - 1, k);
        Ball term = OVER.multiply(central, eigenvalue);
        sum = OVER.add(sum, OVER.scale(term, Rational.of(n * (n + 1), 2 * (n - 1) * (n - 1))));
      }
    }
    return OVER.multiply(passed(last), OVER.divide(sum, OVER.pi()));
  }

  /**
   * An odd eigenvalue over its sigma is at least this, k at least 3, for every smaller branch
   * weight as well: with sigma divided out it does not vanish towards alpha = 0 (Corollary 29.6a).
   */
  public Ball atLeastOfShare(long k) {
    return OVER.divide(atLeast(k), sigma);
  }

  /** Whether k is below 1/sqrt(L sigma), about: beyond that the bounds are true, and of no use. */
  boolean reaches(long k) {
    return (double) k * k * depth * sigma.toDouble() < 1;
  }

  /** N: up to there the powers of lambda lose little, and beyond 2 k^2 there is little to gain. */
  private long last(long k) {
    double most = 2 / (depth * sigma.toDouble());
    long last = Math.max(k, (long) Math.min(2.0 * k * k, most));
    return last + 1 - last % 2;
  }

  /** r_N = (2/(pi L)) Sum lambda^(L-1-l+lN) (1 - lambda^l). */
  private Ball passed(long last) {
    Ball rest = rest(sigma);
    Ball step = OVER.power(rest, Rational.of(last));
    Ball sum = Ball.exact(0);
    Ball power = ONE;
    Ball steps = ONE;
    for (int l = 0; l < depth; l++) {
      Context.checkpoint();
      Ball own = OVER.multiply(steps, OVER.subtract(ONE, power));
      sum = OVER.add(OVER.multiply(rest, sum), own);
      power = OVER.multiply(rest, power);
      steps = OVER.multiply(step, steps);
    }
    return OVER.divide(OVER.scale(sum, Rational.of(2, depth)), OVER.pi());
  }

  /**
   * A bound of eta_k/sqrt(eta_(k-1) eta_(k+1)) for odd k, at least 3; empty where there is none.
   *
   * @param before eta_(k-1) of one block
   * @param after eta_(k+1) of one block
   */
  public Optional<Ball> imbalance(long k, Ball before, Ball after) {
    Ball less = OVER.subtract(before, atMost(k - 1));
    Ball more = OVER.subtract(after, atMost(k + 1));
    return less.isPositive() && more.isPositive()
        ? Optional.of(OVER.divide(atMost(k), OVER.sqrt(OVER.multiply(less, more))))
        : Optional.empty();
  }
}
