package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;

/** The Laplace kernel exp(-c r) in the chord r = ||x - z||, c &gt; 0; f(1) = 1. */
public record LaplaceKernel(Parameter c) implements Kernel {

  /**
   * @throws KernelSpecificationException if c is not positive
   */
  public LaplaceKernel {
    Range.POSITIVE.check("c", c);
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return over.exp(over.negate(over.multiply(c.in(over), at.chord())));
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
    return "laplace:c=" + c;
  }
}
