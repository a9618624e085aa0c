package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;

/**
 * The slope A_1 of a residual tangent kernel of ReLUs over that of the fully connected one of the
 * same depth, -L/(2 pi), as a function of sigma (docs/theory.md, Theorem 23.2):
 *
 * <pre>
 *   rho = sigma (2 + (L-1) sigma)/(1 + L sigma) where all layers are trained,
 *   rho = (1 + (L-1) sigma)/L                   where the blocks are,
 * </pre>
 *
 * <p>with its derivative in sigma and its steps in L in the forms in which their signs are seen:
 * sums of terms that are not negative.
 *
 * @param depth L, at least 1
 */
public record SlopeQuotient(Training training, int depth) {
  public SlopeQuotient {
    if (depth < 1) {
      throw new IllegalArgumentException("depth must be at least 1, not " + depth);
    }
  }

  /** That of a kernel, whatever its sigma. */
  static SlopeQuotient of(ResidualTangentKernel kernel) {
    return new SlopeQuotient(kernel.training(), kernel.depth());
  }

  /** rho. */
  public <T> T value(Arithmetic<T> over, T sigma) {
    return over.scale(slope(over, sigma), Rational.of(1, depth));
  }

  /** L rho, the size of A_1 in units of 1/(2 pi). */
  public <T> T slope(Arithmetic<T> over, T sigma) {
    T further = over.scale(sigma, Rational.of(depth - 1L));
    if (training == Training.BLOCKS) {
      return over.add(over.of(1), further);
    }
    T weights = over.multiply(sigma, over.add(over.of(2), further));
    return over.scale(over.divide(weights, value(over, sigma, depth)), Rational.of(depth));
  }

  /** The derivative of rho in sigma: positive, but for one block alone. */
  public <T> T growthInWeight(Arithmetic<T> over, T sigma) {
    if (training == Training.BLOCKS) {
      return over.of(Rational.of(depth - 1L, depth));
    }
    T linear = over.scale(sigma, Rational.of(2L * (depth - 1L)));
    T square = over.scale(over.square(sigma), Rational.of((long) depth * (depth - 1L)));
    T numerator = over.add(over.of(2), over.add(linear, square));
    return over.divide(numerator, over.square(value(over, sigma, depth)));
  }

  /** How much L rho grows from this depth to the next: a positive number. */
  public <T> T growthInDepth(Arithmetic<T> over, T sigma) {
    if (training == Training.BLOCKS) {
      return sigma;
    }
    T linear = over.scale(sigma, Rational.of(2L * depth));
    T square = over.scale(over.square(sigma), Rational.of((long) depth * (depth + 1L)));
    T numerator = over.multiply(sigma, over.add(over.of(2), over.add(linear, square)));
    return over.divide(numerator, twoDepths(over, sigma));
  }

  /** How much rho falls from this depth to the next: a positive number. */
  public <T> T fallInDepth(Arithmetic<T> over, T sigma) {
    T rest = over.subtract(over.of(1), sigma);
    if (training == Training.BLOCKS) {
      return over.scale(rest, Rational.of(1, depth).divide(depth + 1L));
    }
    T numerator = over.multiply(over.square(sigma), rest);
    return over.divide(numerator, twoDepths(over, sigma));
  }

  /** (1 + L sigma) (1 + (L+1) sigma). */
  private <T> T twoDepths(Arithmetic<T> over, T sigma) {
    return over.multiply(value(over, sigma, depth), value(over, sigma, depth + 1L));
  }

  /** 1 + n sigma, half of what the unscaled kernel is at u = 1. */
  private static <T> T value(Arithmetic<T> over, T sigma, long n) {
    return over.add(over.of(1), over.scale(sigma, Rational.of(n)));
  }
}
