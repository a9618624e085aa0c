package dev.zonal.data.gram;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.data.definite.Singularity;
import dev.zonal.data.linear.Definiteness;
import dev.zonal.data.linear.EigenvalueBounds;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Whether a Gram matrix is positive definite, with what shows it. */
public sealed interface GramDefiniteness {
  /** As many bits as are tried; the matrices of other points are singular or nearly so. */
  int MOST_BITS = 1_000;

  /**
   * It is.
   *
   * @param below an exact number above 0 and at most the smallest eigenvalue
   */
  record Positive(Ball below) implements GramDefiniteness {}

  /**
   * An eigenvalue is negative: the kernel is not positive semidefinite.
   *
   * @param above an exact number below 0 and at least the smallest eigenvalue
   * @param vector whose Rayleigh quotient is at most that number
   */
  record Negative(Ball above, List<BigInteger> vector) implements GramDefiniteness {}

  /**
   * Zero is an eigenvalue, by a theorem (docs/theory.md, Proposition 19.6).
   *
   * @param why with the points that make it so
   */
  record Singular(Singularity why) implements GramDefiniteness {}

  /** It is not known. */
  record Undecided(String reason) implements GramDefiniteness {}

  /** By the theorem where it speaks, else by enclosures (Theorems 19.1 to 19.3). */
  static <X> GramDefiniteness of(DataKernel<X> kernel, GramMatrix<X> matrix) {
    Optional<Singularity> singularity = kernel.singularity().apply(matrix.points().inputs());
    if (singularity.isPresent()) {
      return new Singular(singularity.get());
    }
    int size = matrix.points().count();
    EigenvalueBounds bounds =
        new EigenvalueBounds(bits -> GramSpectrum.fixed(matrix, size, bits), MOST_BITS);
    Definiteness found;
    try {
      found = bounds.definiteness();
    } catch (DomainException e) {
      return new Undecided(Certification.reason(e));
    }
    if (found instanceof Definiteness.Positive positive) {
      return new Positive(positive.below());
    }
    if (found instanceof Definiteness.Negative negative) {
      return new Negative(negative.above(), negative.vector());
    }
    return new Undecided(((Definiteness.Undecided) found).reason());
  }
}
