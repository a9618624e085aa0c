package dev.zonal.data.linear;

import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Whether a symmetric matrix is positive definite, with what proves it. */
public sealed interface Definiteness {
  /**
   * It is.
   *
   * @param below an exact number above 0 and at most the smallest eigenvalue
   */
  record Positive(Ball below) implements Definiteness {}

  /**
   * It is not: an eigenvalue is negative.
   *
   * @param above an exact number below 0 and at least the smallest eigenvalue
   * @param vector whose Rayleigh quotient is at most that number
   */
  record Negative(Ball above, List<BigInteger> vector) implements Definiteness {}

  /** It is not known. */
  record Undecided(String reason) implements Definiteness {}

  /**
   * By two factorisations in doubles, at 0 for the size of their error and at a shift above that
   * (docs/theory.md, Theorems 19.1 and 19.2); where they do not do by bounds of the smallest
   * eigenvalue.
   */
  static Definiteness of(FixedMatrix matrix) {
    FixedMatrix unit = matrix.ofUnitNorm();
    Optional<Definiteness> known =
        Inertia.inDoubles(unit, BigInteger.ZERO)
            .map(first -> first.error().add(matrix.error()).shiftLeft(2))
            .flatMap(shift -> Inertia.inDoubles(unit, shift))
            .filter(inertia -> inertia.below() == 0)
            .map(inertia -> inertia.next().subtract(matrix.error()))
            .filter(below -> below.signum() > 0)
            .map(below -> new Positive(exactly(below, matrix)));
    return known.orElseGet(() -> byEigenvalue(matrix));
  }

  /** With a bound next to the smallest eigenvalue. */
  static Definiteness byEigenvalue(FixedMatrix matrix) {
    Optional<SmallestEigenvalue.Found> found = SmallestEigenvalue.withVector(matrix);
    if (found.isEmpty()) {
      return new Undecided("no approximate eigenvector proves anything");
    }
    Bounds bounds = found.get().bounds();
    if (bounds.below().signum() > 0) {
      return new Positive(exactly(bounds.below(), matrix));
    }
    if (bounds.above().signum() < 0) {
      return new Negative(exactly(bounds.above(), matrix), found.get().vector());
    }
    BigInteger modulus = bounds.above().max(bounds.below().negate());
    int order = modulus.bitLength() - matrix.bits();
    return new Undecided(
        "the smallest eigenvalue is zero or of a modulus below 2^"
            + order
            + ", all that "
            + matrix.bits()
            + " bits say");
  }

  private static Ball exactly(BigInteger value, FixedMatrix matrix) {
    return Ball.exact(value).shifted(-matrix.bits());
  }
}
