package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;

/**
 * The arc-cosine kernel of degree 0, kappa_0(u) = 1 - theta/pi, or 1, kappa_1(u) = (sin theta + (pi
 * - theta) cos theta)/pi; f(1) = 1. Source: Cho and Saul 2009.
 */
public record ArcCosineKernel(int degree) implements Kernel {

  /**
   * @throws KernelSpecificationException if the degree is neither 0 nor 1
   */
  public ArcCosineKernel {
    Range.DEGREE.check("n", degree);
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return degree == 0 ? at.kappa0() : at.kappa1();
  }

  @Override
  public <T> T atCoincidence(Arithmetic<T> over) {
    return over.of(1);
  }

  @Override
  public <T> T paperScale(Arithmetic<T> over) {
    return over.of(1);
  }

  @Override
  public String toString() {
    return "arccos:n=" + degree;
  }
}
