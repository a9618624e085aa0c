package dev.zonal.kernel.elementary;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.ParameterMap;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Angle;

/** The Laplace kernel exp(-c r) in the chord r = ||x - z||, c &gt; 0; f(1) = 1. */
public record LaplaceKernel(Parameter c) implements Kernel {
  /**
   * @throws KernelSpecificationException if c is not positive
   */
  public LaplaceKernel {
    Range.POSITIVE.check("c", c);
  }

  @Override
  public Structure structure() {
    return Structure.Radial.exponential(c, Rational.ONE);
  }

  @Override
  public LaplaceKernel withParameters(ParameterMap map) {
    return new LaplaceKernel(map.apply("c", c));
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return over.exp(over.negate(over.multiply(c.in(over), at.chord())));
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
