package dev.zonal.data.drawn;

import java.util.function.DoubleUnaryOperator;

/** A function of one number, and its derivative where it has one. */
record Unit(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
  private static final double ROOT_PI = Math.sqrt(Math.PI);

  /** The activation of a name in specifications. */
  static Unit of(String name) {
    return switch (name) {
      case "relu" -> new Unit(x -> Math.max(x, 0), x -> x > 0 ? 1 : 0);
      case "relu,power=2" -> new Unit(x -> x > 0 ? x * x : 0, x -> x > 0 ? 2 * x : 0);
      case "leaky,slope=1/4" -> new Unit(x -> x > 0 ? x : x / 4, x -> x > 0 ? 1 : 0.25);
      case "linear" -> new Unit(x -> x, x -> 1);
      case "abs" -> new Unit(Math::abs, Math::signum);
      case "step" -> new Unit(x -> x > 0 ? 1 : 0, x -> 0);
      case "sign" -> new Unit(Math::signum, x -> 0);
      case "erf" -> new Unit(Unit::erf, x -> 2 / ROOT_PI * Math.exp(-x * x));
      case "gelu" -> new Unit(x -> x * normal(x), x -> normal(x) + x * density(x));
      case "sin" -> new Unit(Math::sin, Math::cos);
      case "cos" -> new Unit(Math::cos, x -> -Math.sin(x));
      case "exp" -> new Unit(Math::exp, Math::exp);
      case "tanh" -> new Unit(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));
      case "sigmoid" -> new Unit(Unit::sigmoid, Unit::sigmoidSlope);
      case "softplus" -> new Unit(x -> Math.log1p(Math.exp(x)), Unit::sigmoid);
      case "swish" -> new Unit(x -> x * sigmoid(x), x -> sigmoid(x) + x * sigmoidSlope(x));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double sigmoidSlope(double x) {
    return sigmoid(x) * sigmoid(-x);
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  private static double normal(double x) {
    return (1 + erf(x / Math.sqrt(2))) / 2;
  }

  /** To 12 digits, by the series of exp(x^2) erf(x), all of whose terms are positive. */
  private static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / ROOT_PI * Math.exp(-x * x) * sum;
  }
}
