package dev.zonal.arithmetic;

import java.math.BigInteger;
import java.util.Optional;

/**
 * The field operations and elementary functions that a kernel is written over.
 *
 * <p>What an operation promises depends on the number: a ball contains the exact value for every
 * choice of exact values in its operands, a power series is exact modulo its order, a double is a
 * preview. An operation that leaves the domain on which it is single-valued and holomorphic throws
 * {@link DomainException}; it never returns a value that merely looks right.
 *
 * @param <T> the numbers, immutable
 */
public interface Arithmetic<T> {
  /** The exact rational {@code value}, enclosed or rounded as this arithmetic does. */
  T of(Rational value);

  /** The integer {@code value}. */
  default T of(long value) {
    return of(Rational.of(value));
  }

  /**
   * The parameter that is known by name only.
   *
   * @throws DomainException unless the numbers are expressions; nothing numeric has a value for a
   *     name
   */
  default T symbol(String name) {
    throw new DomainException("the symbol " + name + " has no numerical value");
  }

  /**
   * An unknown number between two rational ones, enclosed.
   *
   * @throws DomainException unless the numbers of this arithmetic are enclosures
   */
  default T between(Rational lower, Rational upper) {
    throw new DomainException(
        "the interval [" + lower + "," + upper + "] is no number: an enclosure is needed");
  }

  T pi();

  T add(T a, T b);

  T subtract(T a, T b);

  T multiply(T a, T b);

  /**
   * The quotient.
   *
   * @throws DomainException if the divisor is or may be zero
   */
  T divide(T a, T b);

  default T negate(T a) {
    return subtract(of(0), a);
  }

  default T square(T a) {
    return multiply(a, a);
  }

  /** The product with an exact rational. */
  default T scale(T a, Rational factor) {
    return multiply(a, of(factor));
  }

  /**
   * The principal square root.
   *
   * @throws DomainException if the argument is or may be negative real; zero itself is allowed over
   *     real numbers only
   */
  T sqrt(T a);

  T exp(T a);

  /**
   * The principal logarithm.
   *
   * @throws DomainException if the argument is or may be zero or negative real
   */
  T log(T a);

  T sin(T a);

  T cos(T a);

  /**
   * The principal arc sine.
   *
   * @throws DomainException if the argument meets a cut, that is the real numbers beyond -1 and 1;
   *     over real numbers the end points are allowed
   */
  T asin(T a);

  /**
   * The error function 2/sqrt(pi) times the integral of exp(-s^2) from 0 to a.
   *
   * @throws DomainException if this arithmetic has no way to it
   */
  default T erf(T a) {
    return unknown("the error function is known at real numbers only");
  }

  /**
   * 1/sqrt(1 - a^2), the derivative of the arc sine.
   *
   * @throws DomainException where the arc sine does, and at its end points
   */
  default T asinSlope(T a) {
    T one = of(1);
    return power(multiply(subtract(one, a), add(one, a)), Rational.of(-1, 2));
  }

  /** Its third power. */
  default T asinSlopeCubed(T a) {
    return power(asinSlope(a), 3);
  }

  /**
   * The angle in [0, pi/2] whose sine and cosine are given, both enclosures of the same angle's. An
   * arithmetic that can compare does better here than the arc sine does where the angle is near
   * pi/2.
   *
   * @throws DomainException as for {@link #asin}
   */
  default T acuteAngle(T sine, T cosine) {
    return asin(sine);
  }

  /** The power with an integer exponent; a negative one needs a base that is certainly not zero. */
  default T power(T base, long exponent) {
    if (exponent < 0) {
      // A power of a wide positive ball may reach zero by rounding, its reciprocal does not.
      return power(divide(of(1), base), -exponent);
    }
    T result = of(1);
    T square = base;
    for (long e = exponent; e > 0; e >>= 1) {
      if ((e & 1) == 1) {
        result = multiply(result, square);
      }
      if (e > 1) {
        square = square(square);
      }
    }
    return result;
  }

  /**
   * The principal power with a rational exponent: integer and half-integer exponents by products
   * and a square root, the others as {@code exp(exponent log(base))}.
   */
  default T power(T base, Rational exponent) {
    if (exponent.isInteger()) {
      return power(base, exponent.numerator().longValueExact());
    }
    if (exponent.denominator().equals(BigInteger.TWO)) {
      return power(sqrt(base), exponent.numerator().longValueExact());
    }
    return exp(multiply(of(exponent), log(base)));
  }

  /**
   * The rising factorial x (x+1) ... (x+n-1), where this arithmetic has a way to it that is quicker
   * than n products; empty where it has none.
   */
  default Optional<T> risingFactorial(Rational x, long n) {
    return Optional.empty();
  }

  /**
   * A number that will be used many times: itself, or a name for it where numbers are expressions.
   */
  default T shared(T value) {
    return value;
  }

  /**
   * Whether a is the smaller of two numbers, as far as this arithmetic can tell: for the choice
   * among equally right ways, which only decides how accurate a result is.
   */
  default boolean isBelow(T a, T b) {
    return false;
  }

  /**
   * A real number to which this arithmetic has no way.
   *
   * @param reason why
   * @throws DomainException with the reason, unless nothing need be known of a number
   */
  default T unknown(String reason) {
    throw new DomainException(reason);
  }

  /**
   * The Matern function M_nu(x) = 2^(1-nu)/Gamma(nu) x^nu K_nu(x), continued by 1 to x = 0
   * (docs/theory.md, Lemma 9.16).
   *
   * @param nu the smoothness, positive
   * @param x not negative where the numbers are real
   * @throws DomainException if this arithmetic has no way to it: it is no power series at x = 0
   */
  default T matern(Rational nu, T x) {
    throw new DomainException(
        "Matern functions of smoothness "
            + nu
            + " are known by their values and eigenvalues only, not on regions or as power series");
  }

  /**
   * The arc-cosine defect q(theta) = (sin theta - theta cos theta) / (2 - 2 cos theta), continued
   * by 0 to theta = 0 and computed without the cancellation there. With r = 2 sin(theta/2) it is r
   * S(r) of docs/theory.md, and 1 - kappa_1 = (r^2/2) (1 - 2 q/pi).
   *
   * @param theta the angle; over real numbers in [0, pi]
   * @param sinHalf sin(theta/2), an enclosure of the same quantity in the same precision
   * @param cosHalf cos(theta/2), likewise
   */
  T arcCosineDefect(T theta, T sinHalf, T cosHalf);
}
