package dev.zonal.spectrum.value;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The eigenvalues of a kernel on one sphere by closed forms or convergent series (docs/theory.md,
 * 9).
 */
public interface ExactSpectrum {
  /** An eigenvalue that can be enclosed as tightly as one asks. */
  @FunctionalInterface
  interface Value {
    /** A ball of relative accuracy about the precision of {@code over} that contains the value. */
    Ball enclose(BallArithmetic over);

    /** The value, where it is known to be a rational multiple of a power of pi and not too long. */
    default Optional<PiRational> exact() {
      return Optional.empty();
    }

    /** The value, where it is known to be rational; zero among them. */
    default Optional<Rational> rational() {
      return exact().flatMap(PiRational::rational);
    }
  }

  /** The eigenvalue at frequency k in [0, 10^18]. */
  Value at(long frequency);

  /** Whether there is no quicker way at frequency k. */
  default boolean isPreferredAt(long frequency) {
    return true;
  }

  /**
   * A frequency from which on every eigenvalue of the parity is zero by a theorem; empty if no such
   * theorem is known.
   */
  default OptionalLong zerosFrom(Parity parity) {
    return OptionalLong.empty();
  }
}
