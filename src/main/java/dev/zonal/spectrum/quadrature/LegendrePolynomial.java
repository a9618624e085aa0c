package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.BinomialSeries;
import dev.zonal.arithmetic.series.FixedPoint;
import java.math.BigInteger;
import java.util.List;

/**
 * The Legendre polynomial P_n in fixed point, by Clenshaw's algorithm on its cosine series: P_n(cos
 * t) = sum_j g_j g_{n-j} cos((n-2j) t), g_j = C(2j,j)/4^j. One product for every two degrees
 * (docs/theory.md, Lemma 8.2). Immutable.
 */
final class LegendrePolynomial {
  private static final int SPARE = 24;

  private final int degree;
  private final int bits;
  private final BigInteger[] coefficients;
  private final BigInteger errorBound;

  /**
   * @param degree n, at least 0
   * @param bits the bits after the binary point
   */
  LegendrePolynomial(int degree, int bits) {
    this.degree = degree;
    this.bits = bits;
    this.coefficients = new BigInteger[degree / 2 + 1];
    BallArithmetic over = BallArithmetic.ofBits(bits + SPARE);
    List<Ball> central = BinomialSeries.coefficients(over, 1, degree);
    BigInteger errors = BigInteger.ZERO;
    for (int i = 0; i < coefficients.length; i++) {
      int j = degree / 2 - i;
      Ball product = over.multiply(central.get(j), central.get(degree - j));
      Ball coefficient = 2 * j == degree ? product : over.add(product, product);
      coefficients[i] = FixedPoint.midpoint(coefficient, bits);
      errors = errors.add(FixedPoint.error(coefficient, bits)).add(BigInteger.ONE);
    }
    this.errorBound = errors.add(BigInteger.ONE);
  }

  /**
   * P_n(x) in units of 2^-bits, up to {@link #errorBound}.
   *
   * @param x in units of 2^-{@code scale}, between -1 and 1; the fewer bits it has, the quicker
   */
  BigInteger value(BigInteger x, int scale) {
    int twice = 2 * scale;
    BigInteger y = x.multiply(x).shiftLeft(1).subtract(BigInteger.ONE.shiftLeft(twice));
    BigInteger first = BigInteger.ZERO;
    BigInteger second = BigInteger.ZERO;
    for (int i = coefficients.length - 1; i > 0; i--) {
      BigInteger next =
          first.multiply(y).shiftRight(twice - 1).subtract(second).add(coefficients[i]);
      second = first;
      first = next;
    }
    if (degree % 2 == 0) {
      return first.multiply(y).shiftRight(twice).subtract(second).add(coefficients[0]);
    }
    BigInteger last = first.multiply(y).shiftRight(twice - 1).subtract(second).add(coefficients[0]);
    return last.subtract(first).multiply(x).shiftRight(scale);
  }

  int degree() {
    return degree;
  }

  /** The bits after the binary point. */
  int bits() {
    return bits;
  }

  /** A bound on the error of {@link #value}, in units of 2^-bits. */
  BigInteger errorBound() {
    return errorBound;
  }
}
