package dev.zonal.data.linear;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * An approximate eigenvector x of a symmetric matrix and what it proves of the smallest eigenvalue;
 * all numbers are exact (docs/theory.md, Theorem 19.3).
 */
final class RayleighVector {
  private static final int MOST_CORRECTIONS = 200;

  private final FixedMatrix matrix;
  private final BigInteger[] x;

  /** The product of the integers of the matrix and those of x. */
  private final BigInteger[] image;

  private final BigInteger square;
  private final BigInteger form;

  /**
   * @param x integers in any unit, not all zero
   */
  RayleighVector(FixedMatrix matrix, BigInteger[] x) {
    this.matrix = matrix;
    this.x = x;
    this.image = matrix.product(x);
    this.square = dot(x, x);
    this.form = dot(x, image);
    if (square.signum() == 0) {
      throw new IllegalArgumentException("the zero vector has no quotient");
    }
  }

  /** x. */
  List<BigInteger> coordinates() {
    return List.of(x);
  }

  /** The quotient in units of the matrix, rounded down. */
  BigInteger quotient() {
    return floor(form, square);
  }

  /** At least the smallest eigenvalue, in units of the matrix. */
  BigInteger above() {
    return quotient().add(BigInteger.ONE).add(matrix.error());
  }

  /**
   * At most the smallest eigenvalue; empty unless the quotient is below the next eigenvalue.
   *
   * @param next at most the second eigenvalue of the matrix in fixed point, in its units
   */
  Optional<BigInteger> below(BigInteger next) {
    return loss(next).map(loss -> quotient().subtract(loss).subtract(matrix.error()));
  }

  /** epsilon^2/(beta - rho), rounded up. */
  private Optional<BigInteger> loss(BigInteger next) {
    BigInteger gap = next.multiply(square).subtract(form);
    if (gap.signum() <= 0) {
      return Optional.empty();
    }
    BigInteger residual = square.multiply(dot(image, image)).subtract(form.multiply(form));
    return Optional.of(ceiling(residual, square.multiply(gap)));
  }

  /**
   * The vector after corrections by an approximate inverse, until it proves about as much as the
   * error of the matrix allows, or corrections help no more.
   *
   * @param shifted the matrix less a shift next to the smallest eigenvalue
   */
  RayleighVector corrected(Elimination shifted, BigInteger next) {
    RayleighVector best = this;
    for (int i = 0; i < MOST_CORRECTIONS; i++) {
      Optional<BigInteger> loss = best.loss(next);
      if (loss.isPresent() && loss.get().shiftLeft(3).compareTo(matrix.error()) <= 0) {
        return best;
      }
      RayleighVector better = best.step(shifted);
      Optional<BigInteger> less = better.loss(next);
      if (loss.isPresent()
          && (less.isEmpty() || less.get().shiftLeft(1).compareTo(loss.get()) > 0)) {
        return best;
      }
      best = better;
    }
    return best;
  }

  /** x less the part orthogonal to x of what the inverse makes of the residual. */
  private RayleighVector step(Elimination shifted) {
    int n = x.length;
    BigInteger[] residual = new BigInteger[n];
    for (int i = 0; i < n; i++) {
      residual[i] = floor(image[i].multiply(square).subtract(form.multiply(x[i])), square);
    }
    BigInteger[] t = shifted.solve(residual);
    BigInteger[] s = shifted.solve(x);
    BigInteger along = dot(x, t);
    BigInteger whole = dot(x, s);
    BigInteger[] moved = new BigInteger[n];
    for (int i = 0; i < n; i++) {
      BigInteger part = whole.signum() == 0 ? BigInteger.ZERO : along.multiply(s[i]).divide(whole);
      moved[i] = x[i].subtract(t[i].subtract(part).shiftRight(matrix.bits()));
    }
    return Doubles.longest(moved) == 0 ? this : new RayleighVector(matrix, moved);
  }

  static BigInteger dot(BigInteger[] a, BigInteger[] b) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < a.length; i++) {
      sum = sum.add(a[i].multiply(b[i]));
    }
    return sum;
  }

  /** The quotient by a positive number, rounded down. */
  static BigInteger floor(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The quotient by a positive number, rounded up. */
  static BigInteger ceiling(BigInteger a, BigInteger b) {
    return floor(a.negate(), b).negate();
  }
}
