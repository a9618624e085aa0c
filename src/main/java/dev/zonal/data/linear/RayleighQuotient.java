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
   * An approximate vector of the smallest eigenvalue; empty if nothing converges.
   *
   * @param inverseSteps how many steps of inverse iteration come first: too few may find a
   *     neighbour
   */
  Optional<RayleighVector> smallest(int inverseSteps) {
    // A shift below all eigenvalues, and next to them where none is negative.
    Optional<Factorization> whole =
        Factorization.of(matrix, BigInteger.ONE.negate())
            .filter(factors -> factors.negative() == 0)
            .or(() -> Factorization.of(matrix, matrix.norm().add(BigInteger.ONE).negate()));
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    BigInteger[] vector = start();
    for (int i = 0; i < inverseSteps; i++) {
      vector = normalised(whole.get().solve(vector));
    }
    RayleighVector found = new RayleighVector(matrix, vector);
    for (int step = 0; step < MOST_STEPS; step++) {
      Optional<Factorization> shifted = Factorization.of(matrix, found.quotient());
      if (shifted.isEmpty()) {
        return Optional.of(found);
      }
      BigInteger[] solved = shifted.get().solve(vector);
      if (Doubles.longest(solved) == 0) {
        return Optional.of(found);
      }
      vector = normalised(solved);
      RayleighVector next = new RayleighVector(matrix, vector);
      BigInteger change = next.quotient().subtract(found.quotient());
      found = next;
      if (change.bitLength() <= resolution()) {
        return Optional.of(found);
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
    int by = bits - Doubles.longest(vector);
    return Arrays.stream(vector)
        .map(x -> by >= 0 ? x.shiftLeft(by) : x.shiftRight(-by))
        .toArray(BigInteger[]::new);
  }
}
