package dev.zonal.data.linear;

import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All eigenvalues of a symmetric matrix A from approximate eigenvectors X, by the exact products
 * X^T A X and X^T X (docs/theory.md, Theorem 19.4).
 */
final class Congruence {
  private final FixedMatrix matrix;

  /** One row for each vector, in units of 2^-bits. */
  private final BigInteger[][] vectors;

  Congruence(FixedMatrix matrix, BigInteger[][] vectors) {
    this.matrix = matrix;
    this.vectors = vectors;
  }

  /** With the vectors that rotations find. */
  static Congruence of(FixedMatrix any) {
    FixedMatrix matrix = any.ofUnitNorm();
    return new Congruence(matrix, matrix.rotations().vectors());
  }

  /**
   * Bounds of each in units of the matrix, from the smallest one on; empty if the vectors are too
   * far from orthonormal.
   */
  Optional<List<Bounds>> eigenvalues() {
    int n = vectors.length;
    int bits = matrix.bits();
    BigInteger[][] forms = new BigInteger[n][];
    BigInteger[][] products = new BigInteger[n][];
    Context context = Context.current();
    for (int i = 0; i < n; i++) {
      context.check();
      BigInteger[] image = matrix.product(vectors[i]);
      BigInteger[] own = vectors[i];
      forms[i] = row(image, i);
      products[i] = row(own, i);
    }
    BigInteger[] diagonal = new BigInteger[n];
    BigInteger one = BigInteger.ONE.shiftLeft(2 * bits);
    for (int i = 0; i < n; i++) {
      // In units of 2^-3bits, of which whole units of the matrix are taken out.
      diagonal[i] = forms[i][i].shiftRight(2 * bits);
      forms[i][i] = forms[i][i].subtract(diagonal[i].shiftLeft(2 * bits));
      products[i][i] = products[i][i].subtract(one);
    }
    BigInteger tau = FixedMatrix.largestRowSum(products);
    if (tau.compareTo(one) >= 0) {
      return Optional.empty();
    }
    BigInteger epsilon = FixedMatrix.largestRowSum(forms).shiftRight(2 * bits).add(BigInteger.ONE);
    Arrays.sort(diagonal);
    List<Bounds> enclosed = new ArrayList<>();
    for (BigInteger theta : diagonal) {
      enclosed.add(hull(theta, epsilon, tau));
    }
    return Optional.of(enclosed);
  }

  private BigInteger[] row(BigInteger[] vector, int length) {
    return IntStream.rangeClosed(0, length)
        .parallel()
        .mapToObj(j -> RayleighVector.dot(vector, vectors[j]))
        .toArray(BigInteger[]::new);
  }

  /**
   * The hull of (theta +- epsilon)/(1 +- tau), and the error of the matrix.
   *
   * @param tau in units of 2^-2bits
   */
  private Bounds hull(BigInteger theta, BigInteger epsilon, BigInteger tau) {
    BigInteger one = BigInteger.ONE.shiftLeft(2 * matrix.bits());
    BigInteger low = theta.subtract(epsilon).multiply(one);
    BigInteger high = theta.add(epsilon).multiply(one);
    BigInteger less = one.subtract(tau);
    BigInteger more = one.add(tau);
    BigInteger below = RayleighVector.floor(low, low.signum() >= 0 ? more : less);
    BigInteger above = RayleighVector.ceiling(high, high.signum() >= 0 ? less : more);
    return new Bounds(below, above).widened(matrix.error());
  }
}
