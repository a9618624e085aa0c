package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.network.ResidualTangentRecursion;

/**
 * The constants of the decay law of residual tangent kernels of ReLUs without bias: k^d eta_k tends
 * to
 *
 * <pre>
 *   -(A_1 + (-1)^k B_1) 2^(d-2) Gamma(d/2)^2/pi,
 *   A_1 = -(1 + (L-1) sigma)/(2 pi),
 *   B_1 = -1/(2 pi L) Prod_{j=1..L-1} (1 - sigma + sigma kappa_0(rho_j)),
 * </pre>
 *
 * and where all layers are trained
 *
 * <pre>
 *   A_1 = -L/(2 pi) sigma (2 + (L-1) sigma)/(1 + L sigma),
 *   B_1 = -1/pi sigma/(1 + L sigma) Prod_{j=1..L-1} (1 - sigma + sigma kappa_0(rho_j)).
 * </pre>
 *
 * <p>Here sigma = s/(1 + s), s = alpha^2 sw2/2, and rho_j is the angle that j layers make of the
 * antipode (docs/theory.md, Proposition 13.4 and Lemma 23.1).
 *
 * <p>A_1 and B_1 are the coefficients of the chord at coincidence and of the antipodal chord at the
 * antipode. Source of the exponent: Belfer, Geifman, Galun and Basri 2024.
 *
 * @param kernel of ReLUs, without bias
 * @param dimension d, at least 2
 */
public record ResidualDecayConstant(ResidualTangentKernel kernel, int dimension) {
  /**
   * @throws IllegalArgumentException if the law is not known for this kernel
   */
  public ResidualDecayConstant {
    if (!kernel.recursion().isRectified()) {
      throw new IllegalArgumentException("no closed form of the decay constant for " + kernel);
    }
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension must be at least 2, not " + dimension);
    }
  }

  /** The limit of k^d eta_k along even k. */
  public <T> T even(Arithmetic<T> over) {
    return over.multiply(
        geometry(over, dimension), over.negate(over.add(atCoincidence(over), atAntipode(over))));
  }

  /** The limit of k^d eta_k along odd k; zero for one block, where A_1 = B_1. */
  public <T> T odd(Arithmetic<T> over) {
    if (kernel.depth() == 1) {
      return over.of(0);
    }
    return over.multiply(
        geometry(over, dimension),
        over.negate(over.subtract(atCoincidence(over), atAntipode(over))));
  }

  /** A_1, the first coefficient of the chord at coincidence. */
  public <T> T atCoincidence(Arithmetic<T> over) {
    T slope = SlopeQuotient.of(kernel).slope(over, kernel.recursion().layer().sigma(over));
    return over.negate(over.divide(over.scale(slope, Rational.of(1, 2)), over.pi()));
  }

  /** B_1, the first coefficient of the antipodal chord at the antipode. */
  public <T> T atAntipode(Arithmetic<T> over) {
    ResidualTangentRecursion.Blocks<T> blocks = kernel.recursion().over(over);
    T product = over.of(1);
    Angle<T> angle = ChordAngle.ofAntipodalChord(over, over.of(0));
    for (int j = 1; j < kernel.depth(); j++) {
      Context.checkpoint();
      angle = blocks.maps().layer(1).next(angle);
      product = over.multiply(product, blocks.passed(1, angle));
    }
    return over.negate(over.divide(firstLayer(over, product), over.pi()));
  }

  /** The part of the first layer, which alone is not even, in the value at u = 1. */
  private <T> T firstLayer(Arithmetic<T> over, T product) {
    if (kernel.training() == ResidualTangentKernel.Training.BLOCKS) {
      return over.scale(product, Rational.of(1, 2L * kernel.depth()));
    }
    T sigma = kernel.recursion().layer().sigma(over);
    T value = over.add(over.of(1), over.scale(sigma, Rational.of(kernel.depth())));
    return over.multiply(over.divide(sigma, value), product);
  }

  /** 2^(d-2) Gamma(d/2)^2/pi, by Gamma(x+1) = x Gamma(x) from Gamma(1) = 1 or Gamma(1/2)^2 = pi. */
  static <T> T geometry(Arithmetic<T> over, int dimension) {
    boolean even = dimension % 2 == 0;
    T result =
        even ? over.divide(over.of(1), over.pi()) : over.scale(over.of(1), Rational.of(1, 2));
    for (int d = even ? 2 : 1; d < dimension; d += 2) {
      Context.checkpoint();
      // From d to d + 2: 2^2 (d/2)^2.
      result = over.scale(result, Rational.of((long) d * d));
    }
    return result;
  }
}
