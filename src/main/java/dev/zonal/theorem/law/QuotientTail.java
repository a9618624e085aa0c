package dev.zonal.theorem.law;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;

/**
 * The quotients q_k = eta_k(1)/eta_k(2) of two spectra for one parity from k0 on (docs/theory.md,
 * Corollary 12.12).
 *
 * @param limit of the quotients
 * @param spread a ball whose upper end bounds |q_k/limit - 1| for all k from k0 on
 * @param side 1 if every quotient is above the limit, -1 if below, 0 if that is not decided
 */
public record QuotientTail(
    UniformExpansion numerator, UniformExpansion denominator, Ball limit, Ball spread, int side) {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(80);

  /** Of two expansions with the same leading exponent from the same frequency on. */
  public static Optional<QuotientTail> of(UniformExpansion one, UniformExpansion two) {
    if (!two.relativeDistance().certainlyLess(Ball.exact(1)) || one.sign() == 0) {
      return Optional.empty();
    }
    Ball spread =
        OVER.divide(
            OVER.add(one.relativeDistance(), two.relativeDistance()),
            OVER.subtract(Ball.exact(1), two.relativeDistance()));
    return Optional.of(
        new QuotientTail(
            one, two, OVER.divide(one.leading(), two.leading()), spread, one.sideOf(two)));
  }

  /** The parity of the frequencies. */
  public Parity parity() {
    return numerator.parity();
  }

  /** The first frequency. */
  public long from() {
    return numerator.from();
  }

  /** All quotients of the tail and their limit. */
  public Ball range() {
    return OVER.multiply(limit, OVER.add(Ball.exact(1), Ball.hull(spread, OVER.negate(spread))));
  }
}
