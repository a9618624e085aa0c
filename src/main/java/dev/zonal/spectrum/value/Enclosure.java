package dev.zonal.spectrum.value;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.Optional;

/**
 * What is known of one eigenvalue of the unit kernel for the probability measure: a ball, and the
 * exact value where it is known as a rational multiple of a power of pi; or the reason why nothing
 * could be certified.
 */
public sealed interface Enclosure {

  /** The eigenvalue lies in {@code ball}. */
  record Certified(Eigenvalue.Method method, Ball ball, Optional<PiRational> exact)
      implements Enclosure {

    public static Certified exact(ExactSpectrum.Value value, BallArithmetic over) {
      return new Certified(Eigenvalue.Method.EXACT, value.enclose(over), value.exact());
    }

    public static Certified of(Eigenvalue.Method method, Ball ball) {
      return new Certified(method, ball, Optional.empty());
    }

    /** Whether the eigenvalue is zero by a theorem. */
    public boolean isExactZero() {
      return exact.isPresent() && exact.get().isZero();
    }
  }

  /** Nothing was certified, for the reason given in one line. */
  record Refused(String reason) implements Enclosure {}
}
