package dev.zonal.theorem.shape;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.specification.KernelFamily;
import java.util.Optional;

/**
 * What residual tangent kernels tend to as L grows, where alpha^2 = c L^-(2 gamma) (docs/theory.md,
 * Propositions 13.8 and 13.9). Gamma = 0 stands for any alpha that does not depend on L.
 *
 * @param gamma not negative
 * @param coefficient c, positive; of importance for gamma = 1/2 only, where alpha^2 L = c
 */
public record ShapeLimit(Rational gamma, Rational coefficient) {
  private static final Rational HALF = Rational.of(1, 2);

  /** The limit of a family, if alpha is seen to be a number or a power of L that does not grow. */
  public static Optional<ShapeLimit> of(KernelFamily family) {
    return family
        .squaredWeight()
        .filter(square -> square.exponent().signum() <= 0)
        .map(square -> new ShapeLimit(square.exponent().divide(-2), square.coefficient()));
  }

  /** The limit kernel of alpha^2 L, if that tends to a positive number. */
  public Optional<LimitKernel> kernel() {
    return gamma.equals(HALF) ? Optional.of(new LimitKernel(coefficient)) : Optional.empty();
  }

  /** The limit of alpha^2 L; empty if it is infinite. */
  public Optional<Rational> time() {
    int side = gamma.compareTo(HALF);
    return side < 0 ? Optional.empty() : Optional.of(side == 0 ? coefficient : Rational.ZERO);
  }

  /** The limit -(1 + T)/(2 pi) of A_1, where alpha^2 L tends to T; empty if it is -infinity. */
  public Optional<PiRational> slope() {
    return time().map(t -> new PiRational(t.add(1).multiply(HALF).negate(), -1));
  }
}
