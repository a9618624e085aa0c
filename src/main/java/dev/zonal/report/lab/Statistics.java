package dev.zonal.report.lab;

import dev.zonal.report.document.Cell;
import dev.zonal.text.ScientificNotation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How numbers of samples are written. */
final class Statistics {
  private static final MathContext SIX = new MathContext(6);

  private Statistics() {}

  /** To six digits; nothing if it is no number. */
  static Optional<String> text(double number) {
    return Double.isFinite(number)
        ? Optional.of(ScientificNotation.of(new BigDecimal(number).round(SIX), SIX.getPrecision()))
        : Optional.empty();
  }

  static Optional<String> text(OptionalDouble number) {
    return number.isEmpty() ? Optional.empty() : text(number.getAsDouble());
  }

  /** To six digits, for tables. */
  static Cell cell(double number) {
    return Cell.of(text(number));
  }

  /** With two digits behind the point. */
  static Optional<String> plain(OptionalDouble number) {
    return number.isEmpty() ? Optional.empty() : plain(number.getAsDouble());
  }

  static Optional<String> plain(double number) {
    return Double.isFinite(number)
        ? Optional.of(String.format(Locale.ROOT, "%.2f", number))
        : Optional.empty();
  }

  static Optional<String> percent(OptionalDouble number) {
    return number.isEmpty() ? Optional.empty() : percent(number.getAsDouble());
  }

  static Optional<String> percent(double number) {
    return plain(100 * number).map(text -> text + "%");
  }
}
