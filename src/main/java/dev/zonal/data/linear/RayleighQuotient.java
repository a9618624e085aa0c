package dev.zonal.data.linear;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * Finds the smallest eigenvalue of a symmetric matrix, by inverse iteration and then by Rayleigh
 * quotient iteration, whose error is cubed by each step. Nothing of it is proved; {@link Inertia}
 * proves what is found.
 */
final class RayleighQuotient {
  private static final int MOST_STEPS = 12;
  private static final long SEED = 20_211;

  private final FixedMatrix matrix;
  private final int bits;

  RayleighQuotient(FixedMatrix matrix) {
    this.matrix = matrix;
    this.bits = matrix.bits();
  }

  /**
   * An approximation of the smallest eigenvalue in units of the matrix.
   *
   * @param inverseSteps how many steps of inverse iteration come first: too few may find a
   *     neighbour
   */
  Optional<BigInteger> smallest(int inverseSteps) {
    Optional<Factorization> whole = Factorization.of(matrix);
    if (whole.isEmpty()) {
      return Optional.of(BigInteger.ZERO);
    }
    BigInteger[] vector = start();
    for (int i = 0; i < inverseSteps; i++) {
      vector = normalised(whole.get().solve(vector));
    }
    BigInteger value = quotient(vector);
    for (int step = 0; step < MOST_STEPS; step++) {
      Optional<Factorization> shifted = Factorization.of(matrix.minus(value));
      if (shifted.isEmpty()) {
        return Optional.of(value);
      }
      vector = normalised(shifted.get().solve(vector));
      BigInteger next = quotient(vector);
      BigInteger change = next.subtract(value);
      value = next;
      if (change.bitLength() <= resolution()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** The size of what rounding does to a quotient. */
  private int resolution() {
    return Math.max(0, matrix.norm().bitLength() - bits)
        + 2 * Integer.toString(matrix.size(), 2).length()
        + 4;
  }

  /** The same vector for every run. */
  private BigInteger[] start() {
    Random random = new Random(SEED);
    BigInteger[] vector = new BigInteger[matrix.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = BigInteger.valueOf(random.nextInt(1 << 20) - (1 << 19)).shiftLeft(bits - 20);
    }
    return vector;
  }

  /** With the largest coordinate between 1/2 and 1. */
  private BigInteger[] normalised(BigInteger[] vector) {
    int largest = Arrays.stream(vector).mapToInt(x -> x.abs().bitLength()).max().orElseThrow();
    int by = bits - largest;
    return Arrays.stream(vector)
        .map(x -> by >= 0 ? x.shiftLeft(by) : x.shiftRight(-by))
        .toArray(BigInteger[]::new);
  }

  private BigInteger quotient(BigInteger[] vector) {
    BigInteger[] product = matrix.times(vector);
    BigInteger above = BigInteger.ZERO;
    BigInteger below = BigInteger.ZERO;
    for (int i = 0; i < vector.length; i++) {
      above = above.add(vector[i].multiply(product[i]));
      below = below.add(vector[i].multiply(vector[i]));
    }
    return below.signum() == 0 ? BigInteger.ZERO : above.shiftLeft(bits).divide(below);
  }
}
