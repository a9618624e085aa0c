package dev.zonal.spectrum.value;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.Optional;

/**
 * A certified enclosure of one eigenvalue of the unit kernel for the probability measure.
 *
 * @param ball contains the eigenvalue
 * @param exact the eigenvalue, where it is known as a rational multiple of a power of pi
 */
public record Enclosure(Eigenvalue.Method method, Ball ball, Optional<PiRational> exact) {
  /** Of a closed form; terms that cancel to zero leave no radius behind. */
  public static Enclosure exact(ExactSpectrum.Value value, BallArithmetic over) {
    Optional<PiRational> exact = value.exact();
    return exact.filter(PiRational::isZero).isPresent()
        ? zero()
        : new Enclosure(Eigenvalue.Method.EXACT, value.enclose(over), exact);
  }

  public static Enclosure of(Eigenvalue.Method method, Ball ball) {
    return new Enclosure(method, ball, Optional.empty());
  }

  /** Zero, by a theorem. */
  public static Enclosure zero() {
    return new Enclosure(Eigenvalue.Method.EXACT, Ball.exact(0), Optional.of(PiRational.ZERO));
  }

  /** Whether the eigenvalue is zero by a theorem. */
  public boolean isExactZero() {
    return exact.isPresent() && exact.get().isZero();
  }
}
