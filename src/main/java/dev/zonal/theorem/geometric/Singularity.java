package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.Optional;

/**
 * The nearest singularity of a power series, a number above 1.
 *
 * @param at u_*
 * @param exact u_*, where it is known to be rational
 * @param square r^2 of the disc |1 - u/u_*| &lt;= r^2 on which the series was bounded, where it was
 */
public record Singularity(Ball at, Optional<Rational> exact, Optional<Rational> square) {
  /** A rational number, with nothing around it. */
  public static Singularity of(Rational exact) {
    return new Singularity(OVER.of(exact), Optional.of(exact), Optional.empty());
  }

  /** A number that is enclosed, with what was bounded around it. */
  public static Singularity of(Ball at, Rational square) {
    return new Singularity(at, Optional.empty(), Optional.of(square));
  }

  /** rho = u_* - sqrt(u_*^2 - 1), in (0, 1). */
  Ball rate() {
    Ball one = Ball.exact(1);
    Ball below =
        exact
            .map(u -> OVER.of(u.pow(2).subtract(1)))
            .orElseGet(() -> OVER.multiply(OVER.subtract(at, one), OVER.add(at, one)));
    return OVER.subtract(at, OVER.sqrt(below));
  }
}
