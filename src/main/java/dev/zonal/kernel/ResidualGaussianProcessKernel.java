package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.Optional;

/**
 * The Gaussian-process kernel u_L of a residual ReLU network with L blocks and branch weight alpha,
 * where u_l = (1 - sigma) u_{l-1} + sigma kappa_1(u_{l-1}), sigma = alpha^2/(1 + alpha^2), u_0 = u;
 * f(1) = 1 (docs/theory.md, Section 5.4). Source: as for {@link ResidualTangentKernel}.
 */
public final class ResidualGaussianProcessKernel implements Kernel {
  private final int depth;
  private final BranchWeight weight;

  /**
   * @param depth the number L of blocks, 1 to 10^6
   * @param alpha the branch weight, positive
   * @throws KernelSpecificationException if a parameter is out of its range
   */
  public ResidualGaussianProcessKernel(int depth, Parameter alpha) {
    this.depth = Range.DEPTH.check("L", depth);
    this.weight = new BranchWeight(alpha);
  }

  public int depth() {
    return depth;
  }

  public Parameter alpha() {
    return weight.alpha();
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    T zero = over.of(0);
    T sigma = weight.sigma(over);
    Angle<T> angle = at;
    for (int l = 1; l < depth; l++) {
      Context.checkpoint();
      angle = angle.throughLayer(sigma, zero);
    }
    T rest = over.subtract(over.of(1), sigma);
    return over.add(over.multiply(rest, angle.cosine()), over.multiply(sigma, angle.kappa1()));
  }

  @Override
  public int firstOddExponent() {
    return 3;
  }

  @Override
  public <T> T atCoincidence(Arithmetic<T> over) {
    return over.of(1);
  }

  /** One block at the antipode, where kappa_1 vanishes: -(1 - sigma). */
  @Override
  public Optional<Rational> rationalValue(Rational u) {
    return depth == 1 && u.equals(Rational.ONE.negate())
        ? alpha().rationalSquare().map(square -> square.add(1).reciprocal().negate())
        : Kernel.super.rationalValue(u);
  }

  /** (1 + alpha^2)^L. */
  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    return over.power(weight.growth(over), depth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResidualGaussianProcessKernel that
        && depth == that.depth
        && weight.equals(that.weight);
  }

  @Override
  public int hashCode() {
    return 31 * depth + weight.hashCode();
  }

  @Override
  public String toString() {
    return "resnngp:L=" + depth + "," + weight.specification(depth);
  }
}
