package dev.zonal.arithmetic.gaussian;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * Functions phi(x) = constant + linear x + g(x) of a real number, g even or odd, whose Gaussian
 * means have no closed form: all are made of t = tanh(scale x), so that g is holomorphic in the
 * strip |Im z| &lt; pi/(2 scale) and bounded there by docs/theory.md, Lemma 18.1.
 */
public enum StripFunction {
  /** phi = g = tanh x. */
  TANH(1, 0, 0, true) {
    @Override
    Ball part(BallArithmetic over, Ball x, Ball t) {
      return t;
    }

    @Override
    Ball partSlope(BallArithmetic over, Ball x, Ball t) {
      return sechSquare(over, t);
    }

    @Override
    double part(double x, double t) {
      return t;
    }

    @Override
    LinearBound bound(BallArithmetic over, Ball secant) {
      return LinearBound.linear(over.square(secant));
    }

    @Override
    LinearBound slopeBound(BallArithmetic over, Ball secant) {
      return LinearBound.constant(over.square(secant));
    }
  },

  /** phi = 1/(1 + exp(-x)) = 1/2 + tanh(x/2)/2. */
  SIGMOID(2, 1, 0, true) {
    @Override
    Ball part(BallArithmetic over, Ball x, Ball t) {
      return over.scale(t, HALF);
    }

    @Override
    Ball partSlope(BallArithmetic over, Ball x, Ball t) {
      return over.scale(sechSquare(over, t), QUARTER);
    }

    @Override
    double part(double x, double t) {
      return t / 2;
    }

    @Override
    LinearBound bound(BallArithmetic over, Ball secant) {
      return LinearBound.linear(over.square(secant)).scaled(over, QUARTER);
    }

    @Override
    LinearBound slopeBound(BallArithmetic over, Ball secant) {
      return LinearBound.constant(over.square(secant)).scaled(over, QUARTER);
    }
  },

  /** phi = log(1 + exp(x)) = x/2 + log(2 cosh(x/2)). */
  SOFTPLUS(2, 0, 1, false) {
    /** With exp(-|x|) = (1 - |t|)/(1 + |t|), log(2 cosh(x/2)) is |x|/2 + log(2/(1 + |t|)). */
    @Override
    Ball part(BallArithmetic over, Ball x, Ball t) {
      Ball below = over.add(Ball.exact(1), t.abs());
      return over.subtract(over.scale(x.abs(), HALF), over.log(over.scale(below, HALF)));
    }

    @Override
    Ball partSlope(BallArithmetic over, Ball x, Ball t) {
      return over.scale(t, HALF);
    }

    @Override
    double part(double x, double t) {
      return Math.abs(x) / 2 - Math.log((1 + Math.abs(t)) / 2);
    }

    @Override
    LinearBound bound(BallArithmetic over, Ball secant) {
      return new LinearBound(Ball.exact(1), over.scale(secant, HALF));
    }

    @Override
    LinearBound slopeBound(BallArithmetic over, Ball secant) {
      return LinearBound.constant(secant).scaled(over, HALF);
    }
  },

  /** phi = x/(1 + exp(-x)) = x/2 + x tanh(x/2)/2. */
  SWISH(2, 0, 1, false) {
    @Override
    Ball part(BallArithmetic over, Ball x, Ball t) {
      return over.scale(over.multiply(x, t), HALF);
    }

    @Override
    Ball partSlope(BallArithmetic over, Ball x, Ball t) {
      Ball curved = over.scale(over.multiply(x, sechSquare(over, t)), QUARTER);
      return over.add(over.scale(t, HALF), curved);
    }

    @Override
    double part(double x, double t) {
      return x * t / 2;
    }

    @Override
    LinearBound bound(BallArithmetic over, Ball secant) {
      return LinearBound.linear(secant).scaled(over, HALF);
    }

    @Override
    LinearBound slopeBound(BallArithmetic over, Ball secant) {
      return LinearBound.constant(secant)
          .scaled(over, HALF)
          .plus(over, LinearBound.linear(over.square(secant)).scaled(over, QUARTER));
    }
  };

  private static final Rational HALF = Rational.of(1, 2);
  private static final Rational QUARTER = Rational.of(1, 4);

  private final Rational scale;
  private final Rational constant;
  private final Rational linear;
  private final boolean odd;

  /** Scale, constant and linear as the numerators and denominators that they have. */
  StripFunction(long inverseScale, long twiceConstant, long twiceLinear, boolean odd) {
    this.scale = Rational.of(1, inverseScale);
    this.constant = Rational.of(twiceConstant, 2);
    this.linear = Rational.of(twiceLinear, 2);
    this.odd = odd;
  }

  /** Whether g is odd; even otherwise. */
  public boolean isPartOdd() {
    return odd;
  }

  /** phi(0) if g is odd, else 0. */
  public Rational constant() {
    return constant;
  }

  /** phi'(0) if g is even, else 0. */
  public Rational linear() {
    return linear;
  }

  /** The half width of the strip is pi/(2 scale). */
  Rational scale() {
    return scale;
  }

  /**
   * g(x).
   *
   * @param t tanh(scale x)
   */
  abstract Ball part(BallArithmetic over, Ball x, Ball t);

  /** g'(x). */
  abstract Ball partSlope(BallArithmetic over, Ball x, Ball t);

  /** g(x) in doubles. */
  abstract double part(double x, double t);

  /**
   * A bound of g where |Im z| is at most y.
   *
   * @param secant 1/cos(scale y), scale y &lt; pi/2
   */
  abstract LinearBound bound(BallArithmetic over, Ball secant);

  /** The same for g'. */
  abstract LinearBound slopeBound(BallArithmetic over, Ball secant);

  /** tanh(scale x). */
  Ball tanh(BallArithmetic over, Ball x) {
    Ball decay = over.exp(over.scale(x.abs(), scale.multiply(-2)));
    Ball one = Ball.exact(1);
    Ball t = over.divide(over.subtract(one, decay), over.add(one, decay));
    return x.mantissa().signum() < 0 ? t.negated() : t;
  }

  /** 1 - t^2, the square of the hyperbolic secant. */
  private static Ball sechSquare(BallArithmetic over, Ball t) {
    return over.multiply(over.subtract(Ball.exact(1), t), over.add(Ball.exact(1), t));
  }

  /** E phi(x)^2 for the variance q in doubles, a preview. */
  public double variance(double q) {
    double s = Math.sqrt(q);
    double step = Math.max(0.001, Math.min(0.25, 0.25 / s));
    double sum = 0;
    for (double z = -9; z <= 9; z += step) {
      double g = part(s * z, Math.tanh(scale.doubleValue() * s * z));
      sum += g * g * Math.exp(-z * z / 2);
    }
    double c = constant.doubleValue();
    double l = linear.doubleValue();
    return step * sum / Math.sqrt(2 * Math.PI) + c * c + l * l * q;
  }
}
