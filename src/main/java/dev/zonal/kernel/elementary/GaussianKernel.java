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
  public Structure structure() {
    return Structure.Radial.exponential(c, Rational.of(2));
  }

  @Override
  public GaussianKernel withParameters(ParameterMap map) {
    return new GaussianKernel(map.apply("c", c));
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return over.exp(over.scale(over.multiply(c.in(over), at.versine()), Rational.of(-2)));
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
