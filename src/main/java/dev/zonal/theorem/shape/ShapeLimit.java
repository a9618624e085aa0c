package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import dev.zonal.kernel.specification.KernelFamily;
import java.util.Optional;

/**
 * What residual tangent kernels tend to as L grows, where s = alpha^2 sw2/2 = c L^-(2 gamma)
 * (docs/theory.md, Propositions 13.8, 13.9 and 23.3). Gamma = 0 stands for any alpha that does not
 * depend on L.
 *
 * @param gamma not negative
 * @param coefficient c, positive; of importance for gamma = 1/2 only, where s L = c
 * @param training the layers trained
 */
public record ShapeLimit(Rational gamma, Rational coefficient, Training training) {
  private static final Rational HALF = Rational.of(1, 2);

  /** The limit of a family, if alpha is seen to be a number or a power of L that does not grow. */
  public static Optional<ShapeLimit> of(KernelFamily family) {
    return family
        .squaredWeight()
        .filter(square -> square.exponent().signum() <= 0)
        .map(
            square ->
                new ShapeLimit(
                    square.exponent().divide(-2),
                    square.coefficient(),
                    family.kernel(1).training()));
  }

  /** The limit kernel, if s L tends to a positive number. */
  public Optional<LimitKernel> kernel() {
    return gamma.equals(HALF)
        ? Optional.of(new LimitKernel(coefficient, training))
        : Optional.empty();
  }

  /** The limit T of s L; empty if it is infinite. */
  public Optional<Rational> time() {
    int side = gamma.compareTo(HALF);
    return side < 0 ? Optional.empty() : Optional.of(side == 0 ? coefficient : Rational.ZERO);
  }

  /**
   * The limit -(1 + T)/(2 pi) of A_1, or -T (2 + T)/(2 pi (1 + T)) where all layers are trained;
   * empty if it is -infinity.
   */
  public Optional<PiRational> slope() {
    return time().map(this::twice).map(t -> new PiRational(t.multiply(HALF).negate(), -1));
  }

  private Rational twice(Rational t) {
    return training == Training.BLOCKS ? t.add(1) : t.multiply(t.add(2)).divide(t.add(1));
  }
}
