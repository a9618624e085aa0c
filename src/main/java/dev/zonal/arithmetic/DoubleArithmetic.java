package dev.zonal.arithmetic;

/**
 * Doubles, for previews: fast, about 15 digits where nothing cancels, and no promise. The domains
 * are those of the real functions; a value out of range becomes infinite.
 */
public final class DoubleArithmetic implements Arithmetic<Double> {
  /**
   * Below this angle the defect is summed as a series; above, its closed form loses two digits at
   * most.
   */
  private static final double SMALL_ANGLE = 0.5;

  @Override
  public Double of(Rational value) {
    return value.doubleValue();
  }

  @Override
  public Double of(long value) {
    return (double) value;
  }

  @Override
  public Double pi() {
    return Math.PI;
  }

  @Override
  public Double add(Double a, Double b) {
    return a + b;
  }

  @Override
  public Double subtract(Double a, Double b) {
    return a - b;
  }

  @Override
  public Double multiply(Double a, Double b) {
    return a * b;
  }

  @Override
  public Double divide(Double a, Double b) {
    if (b == 0) {
      throw new DomainException("division by zero");
    }
    return a / b;
  }

  /** By the series of positive terms, 1 beyond 6. */
  @Override
  public Double erf(Double a) {
    double square = a * a;
    if (square >= 36) {
      return Math.signum(a);
    }
    double term = a;
    double sum = a;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * square / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-square) * sum;
  }

  @Override
  public Double sqrt(Double a) {
    if (a < 0) {
      throw new DomainException("square root of " + a);
    }
    return Math.sqrt(a);
  }

  @Override
  public Double exp(Double a) {
    return Math.exp(a);
  }

  @Override
  public Double log(Double a) {
    if (a <= 0) {
      throw new DomainException("logarithm of " + a);
    }
    return Math.log(a);
  }

  @Override
  public Double sin(Double a) {
    return Math.sin(a);
  }

  @Override
  public Double cos(Double a) {
    return Math.cos(a);
  }

  @Override
  public Double asin(Double a) {
    if (Math.abs(a) > 1) {
      throw new DomainException("arc sine of " + a);
    }
    return Math.asin(a);
  }

  @Override
  public Double acuteAngle(Double sine, Double cosine) {
    return Math.atan2(sine, cosine);
  }

  @Override
  public boolean isBelow(Double a, Double b) {
    return a < b;
  }

  @Override
  public Double arcCosineDefect(Double theta, Double sinHalf, Double cosHalf) {
    if (Math.abs(theta) > SMALL_ANGLE) {
      return (sinHalf * cosHalf - theta * (0.5 - sinHalf * sinHalf)) / (2 * sinHalf * sinHalf);
    }
    // r S(r), S(r) = Sum_m C(2m,m) r^(2m) / (16^m (2m+1)(2m+3)), r = 2 sin(theta/2).
    double x = sinHalf * sinHalf;
    double term = 1;
    double sum = 1.0 / 3;
    for (int m = 1; term > 1e-18; m++) {
      term *= x * (2 * m - 1) / (2 * m);
      sum += term / ((2.0 * m + 1) * (2.0 * m + 3));
    }
    return 2 * sinHalf * sum;
  }

  /**
   * {@inheritDoc}
   *
   * <p>By the trapezoidal rule for nu Int exp(nu s - e^s - x^2 e^-s/4) ds over the same integral
   * for nu + 1 and x = 0, which is Gamma(nu + 1).
   */
  @Override
  public Double matern(Rational nu, Double x) {
    double order = nu.doubleValue();
    return x == 0 ? 1 : order * Math.exp(logMixture(order, x) - logMixture(order + 1, 0));
  }

  /** The logarithm of the integral, whose integrand is log-concave. */
  private static double logMixture(double nu, double x) {
    double step = 0.15 / Math.sqrt(1 + nu + x);
    // where nu = e^s - x^2 e^-s/4
    double mode = Math.log((nu + Math.hypot(nu, x)) / 2);
    double top = logWeight(nu, x, mode);
    double sum = 1;
    for (int sign = -1; sign <= 1; sign += 2) {
      double term = 1;
      for (int i = 1; term > 1e-18; i++) {
        term = Math.exp(logWeight(nu, x, mode + sign * i * step) - top);
        sum += term;
      }
    }
    return top + Math.log(step * sum);
  }

  private static double logWeight(double nu, double x, double s) {
    return nu * s - Math.exp(s) - x * x / 4 * Math.exp(-s);
  }
}
