package dev.zonal.lab.network;

import org.hipparchus.special.Erf;

/** An activation in doubles. */
public enum Unit {
  /** max(x, 0). */
  RELU {
    @Override
    double value(double x) {
      return Math.max(x, 0);
    }

    @Override
    double slope(double x, double value) {
      return x > 0 ? 1 : 0;
    }
  },

  /** The identity. */
  LINEAR {
    @Override
    double value(double x) {
      return x;
    }

    @Override
    double slope(double x, double value) {
      return 1;
    }
  },

  /** The error function. */
  ERF {
    @Override
    double value(double x) {
      return Erf.erf(x);
    }

    @Override
    double slope(double x, double value) {
      return SLOPE_AT_ZERO * StrictMath.exp(-x * x);
    }
  },

  /** The hyperbolic tangent. */
  TANH {
    @Override
    double value(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    double slope(double x, double value) {
      return 1 - value * value;
    }
  };

  private static final double SLOPE_AT_ZERO = 2 / Math.sqrt(Math.PI);

  abstract double value(double x);

  /** The derivative at x, where the value is known. */
  abstract double slope(double x, double value);

  /** Whether phi(c x) = c phi(x) for positive c. */
  public boolean isHomogeneous() {
    return this == RELU || this == LINEAR;
  }
}
