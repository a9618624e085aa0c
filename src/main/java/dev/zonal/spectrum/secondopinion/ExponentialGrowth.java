package dev.zonal.spectrum.secondopinion;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.function.DoubleUnaryOperator;

/**
 * About the logarithm of the largest |exp(-c r^gamma)|, r = 2 sin(theta/2), on the Bernstein
 * ellipse about [0, 1] of a parameter rho in the variable x of {@link ApfloatQuadrature}, theta =
 * pi x^q for gamma = p/q: the largest -c Re r^gamma, where r^gamma = x^p (r/x^q)^gamma.
 *
 * <p>An ellipse near the interval is little higher than the interval, so that kernels with a large
 * c need a number of nodes like the square root of c. A part of the second opinion: points on the
 * ellipse, no bound.
 */
record ExponentialGrowth(double c, double gamma, int p, int q) implements DoubleUnaryOperator {
  private static final int POINTS = 256;

  ExponentialGrowth(Parameter c, Rational gamma) {
    this(
        c.in(BallArithmetic.ofBits(53)).toDouble(),
        gamma.doubleValue(),
        gamma.numerator().intValueExact(),
        gamma.denominator().intValueExact());
  }

  @Override
  public double applyAsDouble(double rho) {
    double greatest = 0;
    for (int i = 0; i <= POINTS; i++) {
      // Dense where the ellipse passes 0.
      double t = (double) i / POINTS;
      greatest = Math.max(greatest, at(rho, Math.PI * (1 - t * t)));
    }
    return greatest;
  }

  private double at(double rho, double phi) {
    double x = 0.5 + (rho + 1 / rho) / 4 * Math.cos(phi);
    double y = (rho - 1 / rho) / 4 * Math.sin(phi);
    double modulus = Math.hypot(x, y);
    double argument = Math.atan2(y, x);
    double halfAngle = Math.PI / 2 * Math.pow(modulus, q);
    double a = halfAngle * Math.cos(q * argument);
    double b = halfAngle * Math.sin(q * argument);
    double sine = Math.sin(a) * Math.cosh(b);
    double cosine = Math.cos(a) * Math.sinh(b);
    double size = 2 * Math.hypot(sine, cosine);
    double turn = Math.IEEEremainder(Math.atan2(cosine, sine) - q * argument, 2 * Math.PI);
    return -c * Math.pow(size, gamma) * Math.cos(p * argument + gamma * turn);
  }
}
