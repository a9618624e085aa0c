package dev.zonal.kernel.elementary;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.ParameterMap;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Angle;
import java.util.ArrayList;
import java.util.List;

/**
 * The Matern kernel of half-integer smoothness nu = p + 1/2 in the chord r = ||x - z||,
 *
 * <pre>
 *   f = exp(-c r) p!/(2p)! Sum_{i=0..p} (p+i)!/(i! (p-i)!) (2 c r)^(p-i),   c = sqrt(2 nu)/length &gt; 0,
 * </pre>
 *
 * <p>f(1) = 1; nu = 1/2 is the Laplace kernel. Source: Rasmussen and Williams 2006, equation
 * (4.16).
 */
public record MaternKernel(Rational nu, Parameter c) implements Kernel {
  /**
   * @throws KernelSpecificationException if a parameter is out of its range
   */
  public MaternKernel {
    nu = Range.HALF_INTEGER.check("nu", nu);
    Range.POSITIVE.check("c", c);
  }

  /** p = nu - 1/2, the degree of the polynomial factor. */
  public int degree() {
    return (nu.numerator().intValueExact() - 1) / 2;
  }

  /** The coefficients of the polynomial factor in x = c r, from the constant term 1 upwards. */
  public List<Rational> coefficients() {
    List<Rational> coefficients = new ArrayList<>(List.of(Rational.ONE));
    for (int j = 0; j < degree(); j++) {
      coefficients.add(coefficients.get(j).multiply(ratio(j)));
    }
    return List.copyOf(coefficients);
  }

  /** The coefficient of x^(j+1) over the one of x^j. */
  private Rational ratio(int j) {
    int p = degree();
    return Rational.of(2L * (p - j), (2L * p - j) * (j + 1));
  }

  @Override
  public Structure structure() {
    return new Structure.Radial(c, Rational.ONE, coefficients());
  }

  @Override
  public MaternKernel withParameters(ParameterMap map) {
    return new MaternKernel(nu, map.apply("c", c));
  }

  @Override
  public <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    T x = over.multiply(c.in(over), at.chord());
    // Horner's scheme in the ratios of neighbouring coefficients, whose size does not grow with p.
    T value = over.of(1);
    for (int j = degree() - 1; j >= 0; j--) {
      Context.checkpoint();
      value = over.add(over.of(1), over.scale(over.multiply(x, value), ratio(j)));
    }
    return over.multiply(over.exp(over.negate(x)), value);
  }

  /** For nu = 1/2 this is exp(-c r). */
  @Override
  public Kernel normalForm() {
    return degree() == 0 ? new LaplaceKernel(c) : this;
  }

  /** 2 nu (docs/theory.md, Lemma 9.9). */
  @Override
  public int firstOddExponent() {
    return 2 * degree() + 1;
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
