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
 * The Matern kernel of a smoothness nu &gt; 0 that is no half of an odd integer, in the chord r =
 * ||x - z||,
 *
 * <pre>
 *   f = 2^(1-nu)/Gamma(nu) (c r)^nu K_nu(c r),   c = sqrt(2 nu)/length &gt; 0;
 * </pre>
 *
 * <p>f(1) = 1. For the other nu it is elementary: {@link MaternKernel}. Source: Rasmussen and
 * Williams 2006, equation (4.14).
 */
public record BesselMaternKernel(Rational nu, Parameter c) implements Kernel {
  /**
   * @throws KernelSpecificationException if a parameter is out of its range
   */
  public BesselMaternKernel {
    nu = Range.SMOOTHNESS.check("nu", nu);
    if (Range.HALF_INTEGER.contains(nu)) {
      throw new KernelSpecificationException("nu=" + nu + ": this Matern kernel is elementary");
    }
    Range.POSITIVE.check("c", c);
  }

  @Override
  public Structure structure() {
    return new Structure.Bessel(nu, c);
  }

  @Override
  public BesselMaternKernel withParameters(ParameterMap map) {
    return new BesselMaternKernel(nu, map.apply("c", c));
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return over.matern(nu, over.multiply(c.in(over), at.chord()));
  }

  /** There is no odd power of the chord at all, only even ones and r^(2 nu + 2j). */
  @Override
  public int firstOddExponent() {
    return 2 * nu.intValue() + 1;
  }

  @Override
  public boolean isMixtureOfGaussians() {
    return true;
  }

  @Override
  public String toString() {
    return "matern:nu=" + nu + ",c=" + c;
  }
}
