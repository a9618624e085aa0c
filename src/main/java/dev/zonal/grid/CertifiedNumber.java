package dev.zonal.grid;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number rounded to the digits asked for, with an enclosure that contains the number.
 *
 * @param rounded a decimal of at most {@code digits} digits, every one of them proved
 * @param enclosure of the number
 * @param exact the number, where it is known
 * @param digits the significant digits asked for
 */
public record CertifiedNumber(
    BigDecimal rounded, Ball enclosure, Optional<PiRational> exact, int digits) {
  /** Bounds have this many digits more than the number. */
  private static final int GUARD_DIGITS = 5;

  /** A lower bound of the number and of what it is rounded to, rounded down. */
  public BigDecimal lower() {
    return enclosure.lowerDecimal(digits + GUARD_DIGITS).min(rounded);
  }

  /** An upper bound of the number and of what it is rounded to, rounded up. */
  public BigDecimal upper() {
    return enclosure.upperDecimal(digits + GUARD_DIGITS).max(rounded);
  }
}
