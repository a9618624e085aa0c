package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Rational;
import java.util.function.DoubleUnaryOperator;

/**
 * An activation as what it is, a function of a real number and its derivative, beside the program's
 * knowledge of its dual.
 */
record ActivationFunction(Activation dual, DoubleUnaryOperator phi, DoubleUnaryOperator slope) {

  static ActivationFunction of(Activation dual) {
    if (dual instanceof ErrorFunction) {
      return new ActivationFunction(dual, ActivationFunction::erf, x -> 2 * density(x));
    }
    if (dual instanceof GaussianErrorLinearUnit) {
      return new ActivationFunction(
          dual, x -> x * normal(x), x -> normal(x) + x * density(x / Math.sqrt(2)) / Math.sqrt(2));
    }
    if (dual instanceof ExponentialActivation) {
      return new ActivationFunction(dual, Math::exp, Math::exp);
    }
    if (dual instanceof TrigonometricActivation trigonometric) {
      return trigonometric == TrigonometricActivation.SIN
          ? new ActivationFunction(dual, Math::sin, Math::cos)
          : new ActivationFunction(dual, Math::cos, x -> -Math.sin(x));
    }
    if (dual instanceof HermiteActivation hermite) {
      return of(hermite);
    }
    return byName(dual);
  }

  private static ActivationFunction of(HermiteActivation dual) {
    return switch (dual) {
      case TANH -> new ActivationFunction(dual, Math::tanh, x -> Math.pow(Math.cosh(x), -2));
      case SIGMOID ->
          new ActivationFunction(
              dual, ActivationFunction::logistic, x -> logistic(x) * logistic(-x));
      case SOFTPLUS ->
          new ActivationFunction(dual, x -> Math.log1p(Math.exp(x)), ActivationFunction::logistic);
      case SWISH ->
          new ActivationFunction(
              dual, x -> x * logistic(x), x -> logistic(x) + x * logistic(x) * logistic(-x));
    };
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static ActivationFunction byName(Activation dual) {
    String name = dual.toString();
    if (name.equals("step")) {
      return new ActivationFunction(dual, x -> x > 0 ? 1 : 0, null);
    }
    if (name.equals("sign")) {
      return new ActivationFunction(dual, Math::signum, null);
    }
    if (name.equals("abs")) {
      return new ActivationFunction(dual, Math::abs, Math::signum);
    }
    if (name.equals("linear")) {
      return new ActivationFunction(dual, x -> x, x -> 1);
    }
    if (name.startsWith("leaky,slope=")) {
      double a = Rational.parse(name.substring("leaky,slope=".length())).doubleValue();
      return new ActivationFunction(dual, x -> x > 0 ? x : a * x, x -> x > 0 ? 1 : a);
    }
    int n = name.equals("relu") ? 1 : Integer.parseInt(name.substring("relu,power=".length()));
    return new ActivationFunction(
        dual, x -> x > 0 ? Math.pow(x, n) : 0, x -> x > 0 ? n * Math.pow(x, n - 1) : 0);
  }

  /** exp(-x^2)/sqrt(pi). */
  private static double density(double x) {
    return Math.exp(-x * x) / Math.sqrt(Math.PI);
  }

  /** The distribution function of the normal law. */
  private static double normal(double x) {
    return (1 + erf(x / Math.sqrt(2))) / 2;
  }

  /** exp(-x^2) times a series of positive terms. */
  static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 * density(x) * sum;
  }
}
