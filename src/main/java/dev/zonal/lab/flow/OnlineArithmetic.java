package dev.zonal.lab.flow;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;

/**
 * Series in t whose coefficients are found one by one: of a product by Cauchy, of a quotient, a
 * root, an exponential and a logarithm by the recurrences that come from s b = a, s s = a, s' = a'
 * s and s' a = a'. What no smooth network needs is refused.
 *
 * @param over the arithmetic of the coefficients
 * @param <T> the coefficients
 */
record OnlineArithmetic<T>(Arithmetic<T> over) implements SmoothArithmetic<OnlineSeries<T>> {
  @Override
  public OnlineSeries<T> of(Rational value) {
    return constant(over.of(value));
  }

  OnlineSeries<T> constant(T value) {
    return OnlineSeries.constant(value, over.of(0));
  }

  @Override
  public OnlineSeries<T> pi() {
    return constant(over.pi());
  }

  @Override
  public OnlineSeries<T> add(OnlineSeries<T> a, OnlineSeries<T> b) {
    return new OnlineSeries<>((self, k) -> over.add(a.coefficient(k), b.coefficient(k)));
  }

  @Override
  public OnlineSeries<T> subtract(OnlineSeries<T> a, OnlineSeries<T> b) {
    return new OnlineSeries<>((self, k) -> over.subtract(a.coefficient(k), b.coefficient(k)));
  }

  @Override
  public OnlineSeries<T> negate(OnlineSeries<T> a) {
    return new OnlineSeries<>((self, k) -> over.negate(a.coefficient(k)));
  }

  @Override
  public OnlineSeries<T> scale(OnlineSeries<T> a, Rational factor) {
    return new OnlineSeries<>((self, k) -> over.scale(a.coefficient(k), factor));
  }

  @Override
  public OnlineSeries<T> multiply(OnlineSeries<T> a, OnlineSeries<T> b) {
    if (a.isConstant() && b.isConstant()) {
      return constant(over.multiply(a.coefficient(0), b.coefficient(0)));
    }
    if (a.isConstant() || b.isConstant()) {
      T factor = (a.isConstant() ? a : b).coefficient(0);
      OnlineSeries<T> series = a.isConstant() ? b : a;
      return new OnlineSeries<>((self, k) -> over.multiply(factor, series.coefficient(k)));
    }
    return new OnlineSeries<>((self, k) -> convolution(a, b, 0, k));
  }

  @Override
  public OnlineSeries<T> divide(OnlineSeries<T> a, OnlineSeries<T> b) {
    if (a.isConstant() && b.isConstant()) {
      return constant(over.divide(a.coefficient(0), b.coefficient(0)));
    }
    return new OnlineSeries<>(
        (self, k) -> {
          T rest = a.coefficient(k);
          if (k > 0 && !b.isConstant()) {
            rest = over.subtract(rest, convolution(b, self, 1, k));
          }
          return over.divide(rest, b.coefficient(0));
        });
  }

  @Override
  public OnlineSeries<T> sqrt(OnlineSeries<T> a) {
    if (a.isConstant()) {
      return constant(over.sqrt(a.coefficient(0)));
    }
    return new OnlineSeries<>(
        (self, k) -> {
          if (k == 0) {
            return over.sqrt(a.coefficient(0));
          }
          T rest = a.coefficient(k);
          for (int i = 1; i < k; i++) {
            T known = over.multiply(self.coefficient(i), self.coefficient(k - i));
            rest = over.subtract(rest, known);
          }
          return over.divide(rest, over.scale(self.coefficient(0), Rational.of(2)));
        });
  }

  @Override
  public OnlineSeries<T> exp(OnlineSeries<T> a) {
    OnlineSeries<T> weighted = weighted(a);
    return new OnlineSeries<>(
        (self, k) -> k == 0 ? over.exp(a.coefficient(0)) : ofDerivative(weighted, self, k));
  }

  @Override
  public OnlineSeries<T> log(OnlineSeries<T> a) {
    return new OnlineSeries<>(
        (self, k) -> {
          if (k == 0) {
            return over.log(a.coefficient(0));
          }
          T rest = over.scale(a.coefficient(k), Rational.of(k));
          for (int i = 1; i < k; i++) {
            T slope = over.scale(self.coefficient(i), Rational.of(i));
            rest = over.subtract(rest, over.multiply(slope, a.coefficient(k - i)));
          }
          return over.divide(rest, over.scale(a.coefficient(0), Rational.of(k)));
        });
  }

  @Override
  public OnlineSeries<T> erf(OnlineSeries<T> a) {
    OnlineSeries<T> weighted = weighted(a);
    OnlineSeries<T> bell = exp(negate(multiply(a, a)));
    T factor = over.divide(over.of(2), over.sqrt(over.pi()));
    return new OnlineSeries<>(
        (self, k) ->
            k == 0
                ? over.erf(a.coefficient(0))
                : over.multiply(factor, ofDerivative(weighted, bell, k)));
  }

  /** sum of a_i b_(k-i) for i from {@code first} to k. */
  private T convolution(OnlineSeries<T> a, OnlineSeries<T> b, int first, int k) {
    T sum = over.multiply(a.coefficient(first), b.coefficient(k - first));
    for (int i = first + 1; i <= k; i++) {
      sum = over.add(sum, over.multiply(a.coefficient(i), b.coefficient(k - i)));
    }
    return sum;
  }

  /** t a'. */
  private OnlineSeries<T> weighted(OnlineSeries<T> a) {
    return new OnlineSeries<>((self, k) -> over.scale(a.coefficient(k), Rational.of(k)));
  }

  /** The coefficient k of the integral of a' b, k at least 1. */
  private T ofDerivative(OnlineSeries<T> weighted, OnlineSeries<T> b, int k) {
    return over.scale(convolution(weighted, b, 1, k), Rational.of(1, k));
  }

  @Override
  public String number() {
    return "series";
  }
}
