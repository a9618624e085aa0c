package dev.zonal.report.lab;

import dev.zonal.report.document.Cell;
import dev.zonal.text.ScientificNotation;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of doubles, shown with the digits that they may be good for. */
final class Doubles {
  private static final int OF_VALUES = 12;
  private static final int OF_DIFFERENCES = 6;

  private Doubles() {}

  /** Twelve digits. */
  static Cell value(double number) {
    return cell(number, OF_VALUES);
  }

  /** As many digits of a difference of such numbers of the order of 1, but six at most. */
  static Cell difference(double number) {
    int known = OF_VALUES + (int) Math.floor(Math.log10(Math.abs(number)));
    return cell(number, Math.max(1, Math.min(OF_DIFFERENCES, known)));
  }

  private static Cell cell(double number, int digits) {
    return Double.isFinite(number)
        ? Cell.of(ScientificNotation.of(new BigDecimal(number).round(new MathContext(digits))))
        : new Cell.Nothing();
  }
}
