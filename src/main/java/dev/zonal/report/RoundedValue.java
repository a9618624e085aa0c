package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number rounded to the digits asked for, with an enclosure that contains the number and what it
 * was rounded to.
 *
 * @param rounded a decimal of at most {@code digits} digits
 * @param enclosure of the number
 * @param exact the number, where it is known
 * @param digits the significant digits asked for
 */
record RoundedValue(BigDecimal rounded, Ball enclosure, Optional<PiRational> exact, int digits) {
  /** Bounds are written with this many digits more than the number. */
  private static final int GUARD_DIGITS = 5;

  /** The number as it is printed. */
  String text() {
    return ScientificNotation.of(rounded, digits);
  }

  /** A lower bound, rounded down. */
  BigDecimal lower() {
    return enclosure.lowerDecimal(digits + GUARD_DIGITS).min(rounded);
  }

  /** An upper bound, rounded up. */
  BigDecimal upper() {
    return enclosure.upperDecimal(digits + GUARD_DIGITS).max(rounded);
  }

  /** The number under a name of its own, its bounds, and {@code exact} where it is known. */
  void write(JsonGenerator json, String name) throws IOException {
    json.writeStringField(name, text());
    json.writeStringField("lower", ScientificNotation.of(lower()));
    json.writeStringField("upper", ScientificNotation.of(upper()));
    Exact.write(json, exact);
  }
}
