package dev.zonal.symbolic.parameter;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Arithmetic of {@link ParameterSeries}: every coefficient is that of the exact result. Where terms
 * cancel, fewer are known.
 *
 * @param count how many terms a number has
 * @param vanishes whether an expression is zero
 */
record ParameterSeriesArithmetic(int count, Predicate<IExpr> vanishes) {
  /** Powers up to this one are products, which need no term that is certainly not zero. */
  private static final int LARGEST_PRODUCT = 16;

  /** Says that all terms that are known have cancelled. */
  static final class TooFewTermsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  ParameterSeries constant(IExpr value) {
    List<IExpr> terms = new ArrayList<>(Collections.nCopies(count, F.C0));
    terms.set(0, value);
    return new ParameterSeries(0, terms);
  }

  /** t itself. */
  ParameterSeries variable() {
    return constant(F.C1).shifted(1);
  }

  ParameterSeries add(ParameterSeries a, ParameterSeries b) {
    int start = Math.min(a.start(), b.start());
    return series(
        start,
        Math.min(a.end(), b.end()),
        power -> Symja.sum(a.coefficient(power), b.coefficient(power)));
  }

  ParameterSeries scale(ParameterSeries a, IExpr factor) {
    return a.mapped(c -> Symja.product(factor, c));
  }

  ParameterSeries subtract(ParameterSeries a, ParameterSeries b) {
    return add(a, scale(b, F.CN1));
  }

  ParameterSeries multiply(ParameterSeries a, ParameterSeries b) {
    int size = Math.min(a.terms().size(), b.terms().size());
    List<IExpr> terms = new ArrayList<>();
    for (int n = 0; n < size; n++) {
      int last = n;
      terms.add(
          Symja.sum(
              IntStream.rangeClosed(0, n)
                  .mapToObj(i -> Symja.product(a.terms().get(i), b.terms().get(last - i)))
                  .toArray(IExpr[]::new)));
    }
    return new ParameterSeries(a.start() + b.start(), terms);
  }

  /** The terms of the powers from {@code start} to below {@code end}. */
  private static ParameterSeries series(int start, int end, IntFunction<IExpr> coefficient) {
    if (end <= start) {
      throw new TooFewTermsException();
    }
    return new ParameterSeries(start, IntStream.range(start, end).mapToObj(coefficient).toList());
  }

  /**
   * Without the terms before the first that is not zero.
   *
   * @throws TooFewTermsException if all are zero
   */
  ParameterSeries normal(ParameterSeries a) {
    int first = a.start();
    while (first < a.end() && vanishes.test(a.coefficient(first))) {
      first++;
    }
    return series(first, a.end(), a::coefficient);
  }

  /**
   * a^e.
   *
   * @param e without the parameter
   * @throws UnsupportedExpressionException if that is no series of integer powers of t
   */
  ParameterSeries power(ParameterSeries a, IExpr e) {
    int n = e.isInteger() ? e.toIntDefault() : -1;
    if (n >= 0 && n <= LARGEST_PRODUCT) {
      ParameterSeries product = constant(F.C1);
      for (int i = 0; i < n; i++) {
        product = multiply(product, a);
      }
      return product;
    }
    ParameterSeries base = normal(a);
    int start = base.start() == 0 ? 0 : exponent(base.start(), e);
    // From a' p = e p' a for p = a^e, without t^start.
    List<IExpr> terms = new ArrayList<>(List.of(Symja.power(base.leading(), e)));
    IExpr inverse = Symja.power(base.leading(), F.CN1);
    for (int m = 1; m < base.terms().size(); m++) {
      IExpr[] parts = new IExpr[m];
      for (int j = 1; j <= m; j++) {
        IExpr weight = Symja.sum(Symja.product(F.ZZ(j), e), F.ZZ(j - m));
        parts[j - 1] = Symja.product(weight, base.terms().get(j), terms.get(m - j));
      }
      terms.add(Symja.product(Symja.of(Rational.of(1, m)), inverse, Symja.sum(parts)));
    }
    return new ParameterSeries(start, terms);
  }

  private static int exponent(int start, IExpr e) {
    Rational power =
        e instanceof IRational q ? Symja.fraction(q).multiply(start) : Rational.of(1, 2);
    if (!power.isInteger()) {
      throw new UnsupportedExpressionException(
          "its formula has the power %s of what is of order %d in t there".formatted(e, start));
    }
    return power.intValue();
  }

  ParameterSeries inverse(ParameterSeries a) {
    return power(a, F.CN1);
  }

  /** The derivative by t. */
  ParameterSeries derivative(ParameterSeries a) {
    return series(
        a.start() - 1,
        a.end() - 1,
        power -> Symja.product(F.ZZ(power + 1L), a.coefficient(power + 1)));
  }

  /** The integral by t with a value at t = 0. */
  ParameterSeries integral(ParameterSeries a, IExpr value) {
    if (a.start() < 0 && a.end() > -1 && !vanishes.test(a.coefficient(-1))) {
      throw new UnsupportedExpressionException(
          "its formula has a logarithm of what vanishes there");
    }
    return series(
        Math.min(a.start() + 1, 0),
        a.end() + 1,
        power ->
            power == 0
                ? value
                : Symja.product(Symja.of(Rational.of(1, power)), a.coefficient(power - 1)));
  }

  /**
   * A function of a series without a pole.
   *
   * @param taylor the coefficients of the function at the constant term of the series
   */
  ParameterSeries compose(ParameterSeries a, IntFunction<IExpr> taylor) {
    ParameterSeries from = regular(a);
    int size = from.terms().size();
    ParameterSeries small = withoutConstant(from);
    ParameterSeries result = new ParameterSeries(0, padded(taylor.apply(size - 1), size));
    for (int j = size - 2; j >= 0; j--) {
      result = add(multiply(result, small), new ParameterSeries(0, padded(taylor.apply(j), size)));
    }
    return result;
  }

  private static ParameterSeries withoutConstant(ParameterSeries a) {
    List<IExpr> terms = new ArrayList<>(a.terms());
    terms.set(0, F.C0);
    return new ParameterSeries(0, terms);
  }

  private static List<IExpr> padded(IExpr value, int size) {
    List<IExpr> terms = new ArrayList<>(Collections.nCopies(size, F.C0));
    terms.set(0, value);
    return terms;
  }

  /**
   * The series written from t^0 on.
   *
   * @throws UnsupportedExpressionException if it has a pole
   */
  ParameterSeries regular(ParameterSeries a) {
    for (int power = a.start(); power < Math.min(0, a.end()); power++) {
      if (!vanishes.test(a.coefficient(power))) {
        throw new UnsupportedExpressionException(
            "its formula has a function of what is not bounded there, an essential singularity");
      }
    }
    return series(0, a.end(), a::coefficient);
  }
}
