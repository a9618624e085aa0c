package dev.zonal.data.linear;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Rational symmetric matrices, most of them with eigenvalues that are known exactly. */
final class Matrices {
  private Matrices() {}

  static FixedMatrix fixed(Rational[][] entries, int bits) {
    BallArithmetic over = BallArithmetic.ofBits(bits + 32);
    return FixedMatrix.of(entries.length, bits, (i, j) -> over.of(entries[i][j]));
  }

  static Rational[][] diagonal(List<Rational> values) {
    int n = values.size();
    Rational[][] matrix = new Rational[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = i == j ? values.get(i) : Rational.ZERO;
      }
    }
    return matrix;
  }

  /** Q diag Q, Q = 1 - 2 v v^T/|v|^2: orthogonal, symmetric and rational. */
  static Rational[][] withEigenvalues(List<Rational> values, long seed) {
    int n = values.size();
    Random random = new Random(seed);
    long[] v = random.longs(n, 1, 20).toArray();
    long square = 0;
    for (long x : v) {
      square += x * x;
    }
    Rational[][] matrix = new Rational[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < n; k++) {
          Rational product = reflection(v, square, i, k).multiply(reflection(v, square, j, k));
          sum = sum.add(product.multiply(values.get(k)));
        }
        matrix[i][j] = sum;
      }
    }
    return matrix;
  }

  private static Rational reflection(long[] v, long square, int i, int j) {
    Rational part = Rational.of(-2 * v[i] * v[j], square);
    return i == j ? part.add(Rational.ONE) : part;
  }

  static Rational[][] hilbert(int n) {
    Rational[][] matrix = new Rational[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = Rational.of(1, i + j + 1);
      }
    }
    return matrix;
  }

  static BigInteger[] integers(long... values) {
    BigInteger[] vector = new BigInteger[values.length];
    for (int i = 0; i < values.length; i++) {
      vector[i] = BigInteger.valueOf(values[i]);
    }
    return vector;
  }
}
