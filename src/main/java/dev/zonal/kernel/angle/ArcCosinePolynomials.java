package dev.zonal.kernel.angle;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The arc-cosine kernel of degree n &gt;= 1 in terms of those of degree 0 and 1 (docs/theory.md,
 * Lemma 5.7):
 *
 * <pre>
 *   kappa_n = p(u) kappa_1 + (1 - u^2) q(u) kappa_0,
 * </pre>
 *
 * <p>p(1) = 1, with polynomials p of degree n - 1 and q of degree n - 2.
 *
 * @param ofKappa1 p
 * @param ofKappa0 q
 */
public record ArcCosinePolynomials(Polynomial ofKappa1, Polynomial ofKappa0) {
  private static final Memo<Integer, ArcCosinePolynomials> KNOWN = new Memo<>(128);

  /** A polynomial in u, by its coefficients from the constant term upwards. */
  public record Polynomial(List<Rational> coefficients) {
    /** The value at u. */
    public <T> T in(Arithmetic<T> over, T u) {
      T value = over.of(0);
      for (int j = coefficients.size() - 1; j >= 0; j--) {
        value = over.multiply(value, u);
        if (coefficients.get(j).signum() != 0) {
          value = over.add(value, over.of(coefficients.get(j)));
        }
      }
      return value;
    }

    private Rational at(int j) {
      return j >= 0 && j < coefficients.size() ? coefficients.get(j) : Rational.ZERO;
    }

    /** The derivative's coefficient of u^j. */
    private Rational slopeAt(int j) {
      return at(j + 1).multiply(j + 1L);
    }
  }

  /**
   * The polynomials of degree n.
   *
   * @param degree n, at least 1
   */
  public static ArcCosinePolynomials of(int degree) {
    if (degree < 1) {
      throw new IllegalArgumentException("kappa_0 is a basis function itself");
    }
    return degree == 1
        ? new ArcCosinePolynomials(new Polynomial(List.of(Rational.ONE)), new Polynomial(List.of()))
        : KNOWN.get(degree, n -> of(n - 1).next(n));
  }

  /** kappa_n' (1 - u = 0) = n^2/(2n - 1), and kappa_n' = n^2/(2n - 1) kappa_(n-1). */
  public static Rational slope(int degree) {
    return Rational.of((long) degree * degree, 2L * degree - 1);
  }

  private ArcCosinePolynomials next(int n) {
    Rational slope = slope(n);
    List<Rational> p = new ArrayList<>(Collections.nCopies(n, Rational.ZERO));
    for (int j = n - 1; j >= 0; j--) {
      // (u^2 - 1) p'' + 3 u p' + p = slope (3 u P - (1 - u^2) P' + (1 - u^2) Q)
      Rational right =
          ofKappa1
              .at(j - 1)
              .multiply(3)
              .subtract(ofKappa1.slopeAt(j))
              .add(ofKappa1.slopeAt(j - 2))
              .add(ofKappa0.at(j))
              .subtract(ofKappa0.at(j - 2))
              .multiply(slope);
      Rational above = j + 2 < n ? p.get(j + 2).multiply((j + 2L) * (j + 1L)) : Rational.ZERO;
      p.set(j, right.add(above).divide(Rational.of((j + 1L) * (j + 1L))));
    }
    Polynomial next = new Polynomial(List.copyOf(p));
    List<Rational> q = new ArrayList<>();
    for (int j = 0; j < n - 1; j++) {
      q.add(ofKappa1.at(j).multiply(slope).subtract(next.slopeAt(j)));
    }
    return new ArcCosinePolynomials(next, new Polynomial(List.copyOf(q)));
  }

  /** (1 - p(u))/(1 - u), a polynomial. */
  Polynomial complement() {
    List<Rational> quotient = new ArrayList<>();
    Rational sum = Rational.ONE;
    for (Rational coefficient : ofKappa1.coefficients) {
      sum = sum.subtract(coefficient);
      quotient.add(sum);
    }
    return new Polynomial(quotient.subList(0, quotient.size() - 1));
  }

  /** kappa_n at an angle, n &gt;= 0. */
  public static <T> T kappa(Arithmetic<T> over, int degree, Angle<T> at) {
    return switch (degree) {
      case 0 -> at.kappa0();
      case 1 -> at.kappa1();
      default -> of(degree).value(over, at);
    };
  }

  private <T> T value(Arithmetic<T> over, Angle<T> at) {
    T u = at.cosine();
    T value = over.multiply(ofKappa1.in(over, u), at.kappa1());
    if (ofKappa0.coefficients.isEmpty()) {
      return value;
    }
    T square = over.subtract(over.of(1), over.square(u));
    return over.add(value, over.multiply(over.multiply(square, ofKappa0.in(over, u)), at.kappa0()));
  }
}
