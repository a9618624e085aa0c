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
 * The gamma-exponential kernel exp(-c r^gamma) in the chord r = ||x - z||, c &gt; 0, 0 &lt; gamma
 * &lt;= 2; f(1) = 1. At u = 1 itself a power with a general exponent may not be defined in the
 * arithmetic: take {@link #atCoincidence} there. Source: Rasmussen and Williams 2006, Section 4.2.
 */
public record GammaExponentialKernel(Parameter c, Rational gamma) implements Kernel {
  /**
   * @throws KernelSpecificationException if a parameter is out of its range
   */
  public GammaExponentialKernel {
    Range.POSITIVE.check("c", c);
    gamma = Range.UP_TO_TWO.check("gamma", gamma);
  }

  @Override
  public Structure structure() {
    return Structure.Radial.exponential(c, gamma);
  }

  @Override
  public GammaExponentialKernel withParameters(ParameterMap map) {
    return new GammaExponentialKernel(map.apply("c", c), gamma);
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    T power = over.power(at.chord(), gamma);
    return over.exp(over.negate(over.multiply(c.in(over), power)));
  }

  /** exp(-c r) and exp(-c r^2) have names of their own. */
  @Override
  public Kernel normalForm() {
    if (gamma.equals(Rational.ONE)) {
      return new LaplaceKernel(c);
    }
    return gamma.equals(Rational.of(2)) ? new GaussianKernel(c) : this;
  }

  @Override
  public boolean isMixtureOfGaussians() {
    return true;
  }

  @Override
  public String toString() {
    return "gammaexp:c=" + c + ",gamma=" + gamma;
  }
}
