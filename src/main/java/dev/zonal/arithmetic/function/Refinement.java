package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import java.util.function.Function;

/**
 * A computation that cancels, repeated at a higher working precision until enough of it is left.
 */
public final class Refinement {
  private Refinement() {}

  /**
   * The first enclosure whose relative accuracy is the precision of {@code over}. It ends if the
   * value is not zero and the enclosures shrink to it as the precision grows.
   *
   * @param extraBits a guess at the bits that cancel
   * @throws DomainException if 64 times the precision expected does not do
   */
  public static Ball until(
      BallArithmetic over, long extraBits, Function<BallArithmetic, Ball> enclosure) {
    long bits = over.bits() + 16 + extraBits;
    long limit = 64 * (bits + 64);
    while (bits <= limit) {
      Context.checkpoint();
      Ball value = enclosure.apply(BallArithmetic.ofBits(Math.toIntExact(bits)));
      long reached = value.accuracyBits();
      if (reached >= over.bits()) {
        return value;
      }
      bits += value.containsZero() ? bits : over.bits() - reached + 8;
    }
    throw new DomainException("no enclosure of the eigenvalue shrank to " + over.bits() + " bits");
  }
}
