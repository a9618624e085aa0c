package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.gaussian.StripFunction;
import dev.zonal.kernel.PolynomialPart;
import java.util.Locale;
import java.util.Optional;

/**
 * tanh, sigmoid, softplus or swish: the dual has no closed form and is the power series of the
 * squares of the Hermite coefficients, which fall like exp(-c sqrt(n)). Its radius of convergence
 * is 1: it has values and a series, no region on which it is certified, and neither a power law nor
 * a geometric one (docs/theory.md, section 18).
 */
public enum HermiteActivation implements Activation {
  /** tanh x. */
  TANH(StripFunction.TANH),
  /** 1/(1 + exp(-x)). */
  SIGMOID(StripFunction.SIGMOID),
  /** log(1 + exp(x)). */
  SOFTPLUS(StripFunction.SOFTPLUS),
  /** x/(1 + exp(-x)). */
  SWISH(StripFunction.SWISH);

  private final StripFunction function;

  HermiteActivation(StripFunction function) {
    this.function = function;
  }

  @Override
  public <T> T covariance(Arithmetic<T> over, GaussianPair<T> pair) {
    return HermiteDuals.of(over, function).covariance(pair);
  }

  @Override
  public <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair) {
    return HermiteDuals.of(over, function).derivative(pair);
  }

  @Override
  public <T> T variance(Arithmetic<T> over, T q) {
    return HermiteDuals.of(over, function).variance(q);
  }

  @Override
  public <T> T derivativeVariance(Arithmetic<T> over, T q) {
    return HermiteDuals.of(over, function).derivativeVariance(q);
  }

  /** tanh is odd, sigmoid a constant and an odd function, the others x/2 and an even function. */
  @Override
  public Optional<PolynomialPart> polynomialPart() {
    int degree = function.isPartOdd() ? function.constant().signum() - 1 : 1;
    return Optional.of(new PolynomialPart(!function.isPartOdd(), degree));
  }

  @Override
  public boolean isAnalytic() {
    return false;
  }

  @Override
  public boolean isRootExponential() {
    return true;
  }

  @Override
  public boolean vanishesAtZero() {
    return this == TANH || this == SWISH;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
