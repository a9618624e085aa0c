package dev.zonal.data.linear;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.series.FixedPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Enclosures of eigenvalues of a symmetric matrix, each by the inertia on either side of an
 * approximation (docs/theory.md, Theorem 19.1).
 */
public final class EigenvalueBounds {
  /** How often more inverse iteration is tried where it found another eigenvalue. */
  private static final int MOST_TRIES = 5;

  private static final int FIRST_STEPS = 6;

  /** How often a distance is widened, or a shift moved off a pivot of zero. */
  private static final int MOST_WIDENINGS = 40;

  private EigenvalueBounds() {}

  /** The smallest eigenvalue. */
  public static Certification<Ball> smallest(FixedMatrix matrix) {
    int steps = FIRST_STEPS;
    for (int i = 0; i < MOST_TRIES; i++, steps *= 4) {
      Optional<BigInteger> found = new RayleighQuotient(matrix).smallest(steps);
      Optional<Ball> enclosed = found.flatMap(value -> enclose(matrix, value, 1));
      if (enclosed.isPresent()) {
        return Certification.certified(enclosed.get());
      }
    }
    return Certification.refused("no approximation of the smallest eigenvalue was proved");
  }

  /** The largest eigenvalue: with a bound N of the norm, N less the smallest one of N - A. */
  public static Certification<Ball> largest(FixedMatrix matrix) {
    BigInteger norm = matrix.norm().add(matrix.error());
    return smallest(matrix.reflected(norm))
        .map(
            ball -> {
              Ball whole = FixedPoint.ball(norm, BigInteger.ZERO, matrix.bits());
              return subtract(whole, ball, matrix.bits());
            });
  }

  private static Ball subtract(Ball a, Ball b, int bits) {
    BigInteger middle = FixedPoint.midpoint(a, bits).subtract(FixedPoint.midpoint(b, bits));
    BigInteger radius = FixedPoint.error(a, bits).add(FixedPoint.error(b, bits));
    return FixedPoint.ball(middle, radius, bits);
  }

  /** Every eigenvalue, from the smallest one on. */
  public static Certification<List<Ball>> all(FixedMatrix matrix) {
    BigInteger[] values = new JacobiRotations(matrix).eigenvalues();
    List<Ball> enclosed = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Optional<Ball> ball = enclose(matrix, values[i], i + 1);
      if (ball.isEmpty()) {
        return Certification.refused("the eigenvalue " + (i + 1) + " was not proved");
      }
      enclosed.add(ball.get());
    }
    return Certification.certified(enclosed);
  }

  /**
   * The eigenvalue of an index from an approximation; empty if that is one of another.
   *
   * @param index from 1, the smallest one
   */
  private static Optional<Ball> enclose(FixedMatrix matrix, BigInteger value, int index) {
    BigInteger distance = matrix.error().max(BigInteger.valueOf(4L * matrix.size())).shiftLeft(1);
    Optional<BigInteger> lower = end(matrix, value, distance.negate(), index);
    Optional<BigInteger> upper = lower.flatMap(known -> end(matrix, value, distance, index));
    return upper.map(
        end -> {
          BigInteger sum = lower.get().add(end);
          BigInteger width = end.subtract(lower.get());
          return FixedPoint.ball(sum, width, matrix.bits() + 1);
        });
  }

  /** A bound of the eigenvalue on one side: below it where the distance is negative. */
  private static Optional<BigInteger> end(
      FixedMatrix matrix, BigInteger value, BigInteger distance, int index) {
    BigInteger offset = distance;
    boolean isLower = distance.signum() < 0;
    for (int i = 0; i < MOST_WIDENINGS; i++) {
      BigInteger shift = value.add(offset);
      Optional<Inertia> inertia = Inertia.at(matrix, shift);
      if (inertia.isPresent()) {
        int below = inertia.get().below();
        if (isLower ? below < index : below >= index) {
          BigInteger error = inertia.get().error();
          return Optional.of(isLower ? shift.subtract(error) : shift.add(error));
        }
        if (i >= 3) {
          return Optional.empty();
        }
      }
      offset = offset.shiftLeft(4);
    }
    return Optional.empty();
  }
}
