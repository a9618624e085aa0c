package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.Optional;

/**
 * The nearest singularity u_* of a power series, a number above 1.
 *
 * @param lower a number that is not above it
 * @param upper a number that is not below it
 * @param square r^2 of the disc |1 - u/u_*| &lt;= r^2 on which the series was bounded, where it was
 */
public record Singularity(Rational lower, Rational upper, Optional<Rational> square) {
  /** A rational number, with nothing around it. */
  public static Singularity of(Rational exact) {
    return new Singularity(exact, exact, Optional.empty());
  }

  /** u_*, where it is known to be rational. */
  public Optional<Rational> exact() {
    return lower.equals(upper) ? Optional.of(lower) : Optional.empty();
  }

  /** Holds u_*. */
  public Ball at() {
    return Ball.hull(OVER.of(lower), OVER.of(upper));
  }

  /** rho = u_* - sqrt(u_*^2 - 1) = 1/(u_* + sqrt(u_*^2 - 1)), in (0, 1), which falls with u_*. */
  Ball rate() {
    return Ball.hull(rate(lower), rate(upper));
  }

  private static Ball rate(Rational at) {
    return OVER.subtract(OVER.of(at), OVER.sqrt(OVER.of(at.pow(2).subtract(1))));
  }
}
