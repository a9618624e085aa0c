package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Convolution coefficient by coefficient, over any arithmetic. Over exact numbers it is exact; over
 * balls the recurrences for the reciprocal and its root are enclosures, but their radii grow like
 * the coefficients of 1/(|a_0| - |a_1| x - |a_2| x^2 - ...), which is why balls have a convolution
 * of their own.
 */
final class SchoolbookConvolution<T> implements Convolution<T> {
  private final Arithmetic<T> over;
  private final T zero;
  private final Predicate<T> isZero;

  SchoolbookConvolution(Arithmetic<T> over) {
    this(over, over.of(0)::equals);
  }

  SchoolbookConvolution(Arithmetic<T> over, Predicate<T> isZero) {
    this.over = over;
    this.zero = over.of(0);
    this.isZero = isZero;
  }

  @Override
  public List<T> product(List<T> a, List<T> b, int length) {
    if (a.isEmpty() || b.isEmpty()) {
      return List.of();
    }
    int size = Math.min(length, a.size() + b.size() - 1);
    List<T> product = new ArrayList<>(size);
    for (int n = 0; n < size; n++) {
      Context.checkpoint();
      product.add(dot(a, b, n, 0));
    }
    return product;
  }

  /** Sum of a_i b_(n-i) over i &gt;= from. */
  private T dot(List<T> a, List<T> b, int n, int from) {
    T sum = zero;
    for (int i = Math.max(from, n - b.size() + 1); i <= Math.min(n, a.size() - 1); i++) {
      sum = over.add(sum, over.multiply(a.get(i), b.get(n - i)));
    }
    return sum;
  }

  @Override
  public List<T> quotient(List<T> a, List<T> b, int length) {
    List<T> result = new ArrayList<>(length);
    for (int n = 0; n < length; n++) {
      Context.checkpoint();
      T rest = dot(b, result, n, 1);
      T numerator = n < a.size() ? over.subtract(a.get(n), rest) : over.negate(rest);
      result.add(isZero(numerator) ? zero : over.divide(numerator, b.get(0)));
    }
    return result;
  }

  @Override
  public List<T> root(List<T> a, int length) {
    T start = over.sqrt(a.get(0));
    T twice = over.scale(start, Rational.of(2));
    List<T> result = new ArrayList<>(length);
    result.add(start);
    for (int n = 1; n < length; n++) {
      Context.checkpoint();
      T sum = n < a.size() ? a.get(n) : zero;
      for (int i = 1; i < n; i++) {
        sum = over.subtract(sum, over.multiply(result.get(i), result.get(n - i)));
      }
      result.add(isZero(sum) ? zero : over.divide(sum, twice));
    }
    return result;
  }

  @Override
  public boolean isZero(T value) {
    return isZero.test(value);
  }
}
