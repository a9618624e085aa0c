package dev.zonal.data.linear;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.series.FixedPoint;
import dev.zonal.context.Context;
import dev.zonal.data.linear.approximation.JacobiRotations;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A symmetric matrix whose entries are integers in units of 2^-bits, beside a bound of the spectral
 * norm of what it differs by from the matrix that is meant.
 */
public final class FixedMatrix {
  /** For matrices of a few units, of which little can be said anyway. */
  private static final int LEAST_BITS = 16;

  /** Row i has the entries 0 to i. */
  private final BigInteger[][] rows;

  private final int bits;
  private final BigInteger error;

  private FixedMatrix(BigInteger[][] rows, int bits, BigInteger error) {
    this.rows = rows;
    this.bits = bits;
    this.error = error;
  }

  /** The entries of a symmetric matrix. */
  @FunctionalInterface
  public interface Entry {
    /** An enclosure of the entry, j &lt;= i. */
    Ball at(int i, int j);
  }

  /**
   * A matrix that is enclosed by balls; rows are asked for by several threads.
   *
   * @param size n, at least 1
   * @param bits after the binary point
   */
  public static FixedMatrix of(int size, int bits, Entry entry) {
    BigInteger[][] rows = new BigInteger[size][];
    BigInteger[][] errors = new BigInteger[size][];
    Context context = Context.current();
    IntStream.range(0, size)
        .parallel()
        .forEach(
            i -> {
              context.check();
              rows[i] = new BigInteger[i + 1];
              errors[i] = new BigInteger[i + 1];
              for (int j = 0; j <= i; j++) {
                Ball ball = entry.at(i, j);
                rows[i][j] = FixedPoint.midpoint(ball, bits);
                errors[i][j] = FixedPoint.error(ball, bits);
              }
            });
    return new FixedMatrix(rows, bits, largestRowSum(errors));
  }

  /**
   * The largest sum of the moduli of a row of a symmetric matrix, a bound of its spectral norm.
   *
   * @param rows row i has the entries 0 to i
   */
  static BigInteger largestRowSum(BigInteger[][] rows) {
    BigInteger[] sums = new BigInteger[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sums[i] = BigInteger.ZERO;
      for (int j = 0; j <= i; j++) {
        BigInteger size = rows[i][j].abs();
        sums[i] = sums[i].add(size);
        if (j < i) {
          sums[j] = sums[j].add(size);
        }
      }
    }
    BigInteger largest = BigInteger.ZERO;
    for (BigInteger sum : sums) {
      largest = largest.max(sum);
    }
    return largest;
  }

  /** n. */
  public int size() {
    return rows.length;
  }

  public int bits() {
    return bits;
  }

  /** At least the spectral norm of what the matrix differs by, in units of 2^-bits. */
  public BigInteger error() {
    return error;
  }

  /**
   * An entry in units of 2^-bits.
   *
   * @param j at most i
   */
  BigInteger at(int i, int j) {
    return rows[i][j];
  }

  /**
   * All entries as doubles, with relative errors below 2^-52 and absolute ones below 2^-1073;
   * infinite where there is no such double.
   */
  double[][] inDoubles() {
    double[][] all = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        all[i][j] = Doubles.scaled(rows[i][j], -bits);
        all[j][i] = all[i][j];
      }
    }
    return all;
  }

  /** Rotations that make it about diagonal. */
  JacobiRotations rotations() {
    return new JacobiRotations(rows, bits);
  }

  /** The ball of what is between two bounds. */
  Ball ball(Bounds bounds) {
    BigInteger sum = bounds.below().add(bounds.above());
    return FixedPoint.ball(sum, bounds.above().subtract(bounds.below()), bits + 1);
  }

  /**
   * The same integers in a unit in which the norm is about 1, which suits doubles and vectors in
   * fixed point. Its eigenvalues are the same integers as well.
   */
  FixedMatrix ofUnitNorm() {
    return new FixedMatrix(rows, Math.max(LEAST_BITS, norm().bitLength()), error);
  }

  /** At least the spectral norm, in units of 2^-bits. */
  BigInteger norm() {
    return largestRowSum(rows);
  }

  /**
   * The matrix less a multiple of the identity.
   *
   * @param shift in units of 2^-bits
   */
  FixedMatrix minus(BigInteger shift) {
    BigInteger[][] shifted = new BigInteger[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      shifted[i] = rows[i].clone();
      shifted[i][i] = shifted[i][i].subtract(shift);
    }
    return new FixedMatrix(shifted, bits, error);
  }

  /** The matrix and a multiple of the identity. */
  public FixedMatrix plus(Ball multiple) {
    FixedMatrix sum = minus(FixedPoint.midpoint(multiple, bits).negate());
    return new FixedMatrix(sum.rows, bits, error.add(FixedPoint.error(multiple, bits)));
  }

  /**
   * A multiple of the identity less the matrix.
   *
   * @param shift in units of 2^-bits
   */
  FixedMatrix reflected(BigInteger shift) {
    BigInteger[][] reflected = new BigInteger[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      reflected[i] = Arrays.stream(rows[i]).map(BigInteger::negate).toArray(BigInteger[]::new);
      reflected[i][i] = reflected[i][i].add(shift);
    }
    return new FixedMatrix(reflected, bits, error);
  }

  /** The product of the integers with those of a vector, exactly. */
  BigInteger[] product(BigInteger[] vector) {
    BigInteger[] product = new BigInteger[rows.length];
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            i -> {
              BigInteger sum = BigInteger.ZERO;
              for (int j = 0; j < rows.length; j++) {
                sum = sum.add((j <= i ? rows[i][j] : rows[j][i]).multiply(vector[j]));
              }
              product[i] = sum;
            });
    return product;
  }
}
