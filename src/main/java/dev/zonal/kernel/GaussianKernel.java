package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;

/**
 * The Gaussian kernel exp(-c r^2) = exp(-2c (1 - u)) in the chord r = ||x - z||, c &gt; 0; f(1) =
 * 1.
 */
public record GaussianKernel(Parameter c) implements Kernel {

  /**
   * @throws KernelSpecificationException if c is not positive
   */
  public GaussianKernel {
    Range.POSITIVE.check("c", c);
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return over.exp(over.scale(over.multiply(c.in(over), at.versine()), Rational.of(-2)));
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
  public boolean isMixtureOfGaussians() {
    return true;
  }

  @Override
  public String toString() {
    return "gaussian:c=" + c;
  }
}
