package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import java.io.IOException;
import java.util.Optional;

/**
 * Numbers that are known exactly, as rational multiples of powers of pi: {@code -2/15}, {@code
 * 1/4*pi^-2}.
 */
final class Exact {
  /** Fractions with longer numerators or denominators are not written. */
  private static final int MOST_DIGITS = 1000;

  private static final int MOST_BITS = (int) (MOST_DIGITS * 3.3219);

  private Exact() {}

  /** The key {@code exact}, where the number is known and of moderate size. */
  static void write(JsonGenerator json, Optional<PiRational> value) throws IOException {
    if (value.isPresent() && isModerate(value.get().coefficient())) {
      json.writeStringField("exact", of(value.get()));
    }
  }

  static String of(PiRational value) {
    String rational = value.coefficient().toString();
    return value.power() == 0 ? rational : rational + "*pi^" + value.power();
  }

  private static boolean isModerate(Rational value) {
    return value.numerator().bitLength() <= MOST_BITS
        && value.denominator().bitLength() <= MOST_BITS;
  }
}
