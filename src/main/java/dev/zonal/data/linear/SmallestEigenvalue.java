package dev.zonal.data.linear;

import dev.zonal.data.linear.approximation.InverseLanczos;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Bounds of the smallest eigenvalue of a symmetric matrix. Where the gap to the second one is
 * visible in doubles, a vector proves both bounds and no elimination takes place at the precision
 * of the matrix (docs/theory.md, Theorems 19.2 and 19.3); elsewhere, the lower one is by inertia in
 * fixed point (Theorem 19.1).
 */
final class SmallestEigenvalue {
  private static final int MOST_SHIFTS = 4;

  /** The part of the gap by which the shift of the corrections is below the eigenvalue. */
  private static final double OFFSET = 0x1p-10;

  private static final int MOST_ROTATED = 24;
  private static final int FIRST_STEPS = 6;
  private static final int MOST_TRIES = 3;

  /** How often a distance is widened, or a shift moved off a pivot of zero. */
  private static final int MOST_WIDENINGS = 4;

  private SmallestEigenvalue() {}

  /**
   * What is found.
   *
   * @param bounds of the eigenvalue, in units of the matrix
   * @param vector whose quotient is at most the upper bound
   */
  record Found(Bounds bounds, List<BigInteger> vector) {
    private static Found of(BigInteger below, RayleighVector vector) {
      return new Found(new Bounds(below, vector.above()), vector.coordinates());
    }
  }

  /** Empty if nothing is found that can be proved. */
  static Optional<Bounds> of(FixedMatrix matrix) {
    return withVector(matrix).map(Found::bounds);
  }

  /** The same with the vector that proves the upper bound. */
  static Optional<Found> withVector(FixedMatrix any) {
    FixedMatrix matrix = any.ofUnitNorm();
    if (matrix.size() == 1) {
      BigInteger value = matrix.at(0, 0);
      Bounds bounds = new Bounds(value, value).widened(matrix.error());
      return Optional.of(new Found(bounds, List.of(BigInteger.ONE)));
    }
    return byGap(matrix).or(() -> byInertia(matrix)).or(() -> amongAll(matrix));
  }

  /** Rotations find what iterations do not, at a cost that only small matrices may have. */
  private static Optional<Found> amongAll(FixedMatrix matrix) {
    if (matrix.size() > MOST_ROTATED) {
      return Optional.empty();
    }
    BigInteger[][] vectors = matrix.rotations().vectors();
    RayleighVector least =
        Arrays.stream(vectors)
            .map(vector -> new RayleighVector(matrix, vector))
            .min(Comparator.comparing(RayleighVector::quotient))
            .orElseThrow();
    return new Congruence(matrix, vectors)
        .eigenvalues()
        .map(all -> Found.of(all.get(0).below(), least));
  }

  private static Optional<Found> byGap(FixedMatrix matrix) {
    BigInteger shift = BigInteger.ZERO;
    for (int i = 0; i < MOST_SHIFTS; i++) {
      Optional<DoubleFactorization> factors =
          DoubleFactorization.of(matrix, shift).filter(f -> f.negative() == 0);
      if (factors.isEmpty()) {
        if (i > 0) {
          return Optional.empty();
        }
        // 0 is not below all eigenvalues; twice the norm is.
        shift = matrix.norm().shiftLeft(1).negate();
        continue;
      }
      InverseLanczos found = InverseLanczos.of(factors.get()::solve, matrix.size());
      double gap = found.second() - found.first();
      if (!(gap > 0 && Double.isFinite(gap))) {
        return Optional.empty();
      }
      BigInteger between = moved(matrix, shift, found.first() + gap / 2);
      Optional<Inertia> inertia = Inertia.inDoubles(matrix, between);
      if (inertia.isPresent() && inertia.get().below() <= 1) {
        Optional<Found> proved = byVector(matrix, shift, found, inertia.get().next());
        if (proved.isPresent()) {
          return proved;
        }
      }
      if (factors.get().residual().compareTo(Doubles.ceiling(gap, matrix.bits())) > 0) {
        return Optional.empty();
      }
      shift = moved(matrix, shift, found.first() - gap);
    }
    return Optional.empty();
  }

  private static BigInteger moved(FixedMatrix matrix, BigInteger shift, double by) {
    return shift.add(Doubles.floor(by, matrix.bits()));
  }

  /**
   * @param next at most the second eigenvalue of the matrix in fixed point
   */
  private static Optional<Found> byVector(
      FixedMatrix matrix, BigInteger shift, InverseLanczos found, BigInteger next) {
    double gap = found.second() - found.first();
    Optional<DoubleFactorization> factors =
        DoubleFactorization.of(matrix, moved(matrix, shift, found.first() - gap * OFFSET));
    BigInteger[] x = new BigInteger[matrix.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = Doubles.floor(found.coordinate(i), matrix.bits());
    }
    if (factors.isEmpty() || Doubles.longest(x) == 0) {
      return Optional.empty();
    }
    RayleighVector vector = new RayleighVector(matrix, x).corrected(factors.get(), next);
    return vector.below(next).map(below -> Found.of(below, vector));
  }

  /** More inverse iteration is tried where it found another eigenvalue. */
  private static Optional<Found> byInertia(FixedMatrix matrix) {
    int steps = FIRST_STEPS;
    for (int i = 0; i < MOST_TRIES; i++, steps *= 4) {
      Optional<RayleighVector> vector = new RayleighQuotient(matrix).smallest(steps);
      if (vector.isPresent()) {
        Optional<BigInteger> below = below(matrix, vector.get().quotient());
        if (below.isPresent()) {
          return Optional.of(Found.of(below.get(), vector.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** A lower bound next below a value; empty if an eigenvalue is too far below it. */
  private static Optional<BigInteger> below(FixedMatrix matrix, BigInteger value) {
    BigInteger distance = matrix.error().max(BigInteger.valueOf(4L * matrix.size())).shiftLeft(1);
    for (int i = 0; i < MOST_WIDENINGS; i++) {
      Optional<Inertia> inertia = Inertia.at(matrix, value.subtract(distance));
      if (inertia.isPresent() && inertia.get().below() == 0) {
        return Optional.of(inertia.get().next().subtract(matrix.error()));
      }
      distance = distance.shiftLeft(4);
    }
    return Optional.empty();
  }
}
