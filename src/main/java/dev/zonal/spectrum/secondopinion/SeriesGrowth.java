package dev.zonal.spectrum.secondopinion;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Chart;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * About the logarithm of the largest |f| on the Bernstein ellipse about [0, 1] of a parameter rho
 * in the variable theta/pi, where f is a power series in u: that of the sum of |b_n| R^n, R =
 * cosh(h), h the largest |Im theta| on the ellipse. Infinite where the series does not converge.
 *
 * <p>A part of the second opinion: doubles, no bound.
 *
 * @param absolute the sum of |b_n| R^n
 */
record SeriesGrowth(DoubleUnaryOperator absolute) implements DoubleUnaryOperator {
  /** That of a kernel, if it is known to be a power series that converges beyond u = 1. */
  static Optional<SeriesGrowth> of(Kernel kernel) {
    if (kernel.structure() instanceof Structure.Polynomial polynomial) {
      return Optional.of(new SeriesGrowth(r -> polynomial(polynomial, r)));
    }
    boolean gaussian = kernel.structure() instanceof Structure.Radial r && r.isGaussian();
    return gaussian || kernel.isComposedOfAnalyticDuals()
        ? Optional.of(new SeriesGrowth(r -> value(kernel, r)))
        : Optional.empty();
  }

  private static double polynomial(Structure.Polynomial polynomial, double r) {
    double sum = 0;
    double power = 1;
    for (Rational coefficient : polynomial.coefficients()) {
      sum += Math.abs(coefficient.doubleValue()) * power;
      power *= r;
    }
    return sum;
  }

  /** f(R), for no b_n is negative. */
  private static double value(Kernel kernel, double r) {
    DoubleArithmetic over = new DoubleArithmetic();
    return kernel.evaluate(over, Chart.COSINE.angle(over, r));
  }

  @Override
  public double applyAsDouble(double rho) {
    double value;
    try {
      value = absolute.applyAsDouble(Math.cosh(ApfloatGaussLegendre.height(rho, 1)));
    } catch (ArithmeticException beyond) {
      return Double.POSITIVE_INFINITY;
    }
    return value > 0 ? Math.max(0, Math.log(value)) : Double.POSITIVE_INFINITY;
  }
}
