package dev.zonal.report.lab;

import dev.zonal.report.document.Cell;
import dev.zonal.text.ScientificNotation;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of doubles, shown with the digits that they may be good for. */
final class Doubles {
  /** Of functions, and of what is measured and may be small. */
  static final int OF_VALUES = 12;

  static final int OF_ERRORS = 6;

  private Doubles() {}

  /** So many digits; nothing, if it is no number. */
  static Cell cell(double number, int digits) {
    return Double.isFinite(number)
        ? Cell.of(ScientificNotation.of(new BigDecimal(number).round(new MathContext(digits))))
        : new Cell.Nothing();
  }
}
