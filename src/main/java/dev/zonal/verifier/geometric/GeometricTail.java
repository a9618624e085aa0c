package dev.zonal.verifier.geometric;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Interval;
import dev.zonal.verifier.document.Interval.Known;
import java.math.BigDecimal;

/**
 * A verified law eta_k = C rho^k k^s (1 + e_k), e_k k/k0 in the deviation for every k from k0 on
 * (docs/theory.md, Theorems 17.8 and 17.9).
 *
 * @param exponent s
 * @param deviation as it is claimed, above -1
 */
public record GeometricTail(
    Parity parity, long from, Ball rate, Rational exponent, Ball constant, Interval deviation) {
  /** rho^-k k^-s eta_k. */
  public Known scaled(long k, Ball eta) {
    Ball decay = product(OVER.power(rate, k), Balls.power(Ball.exact(k), exponent));
    return Known.in(quotient(eta, decay));
  }

  /** The infimum of these from k0 on and of their limit; C &gt; 0. */
  public Known infimum() {
    return deviation.lower().signum() >= 0 ? Known.in(constant) : range();
  }

  /** The supremum. */
  public Known supremum() {
    return deviation.upper().signum() <= 0 ? Known.in(constant) : range();
  }

  private Known range() {
    BigDecimal below = deviation.lower().min(BigDecimal.ZERO);
    BigDecimal above = deviation.upper().max(BigDecimal.ZERO);
    return new Known(times(below).lower(), times(above).upper());
  }

  private Ball times(BigDecimal excess) {
    return product(constant, sum(ONE, Balls.of(excess)));
  }
}
