package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.DomainException;
import java.util.List;

/**
 * The three operations on coefficient lists that all arithmetic of power series is made of. A list
 * stands for c_0 + c_1 x + ...; coefficients beyond its end are zero, and a result has at most the
 * length asked for.
 *
 * @param <T> the coefficients
 */
interface Convolution<T> {
  /** The product modulo x^length. */
  List<T> product(List<T> a, List<T> b, int length);

  /**
   * a/b modulo x^length.
   *
   * @throws DomainException if b_0 is or may be zero
   */
  List<T> quotient(List<T> a, List<T> b, int length);

  /**
   * sqrt(a) modulo x^length, with the principal root of a_0.
   *
   * @throws DomainException if a_0 is or may be zero or off the domain of the square root
   */
  List<T> root(List<T> a, int length);

  /** Whether the number is zero and nothing else. */
  boolean isZero(T value);
}
