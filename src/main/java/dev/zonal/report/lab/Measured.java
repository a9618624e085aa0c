package dev.zonal.report.lab;

import dev.zonal.report.document.Cell;
import dev.zonal.text.ScientificNotation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers that were measured, with as many digits as are worth reading. */
public final class Measured {
  private static final int VALUE_DIGITS = 12;
  private static final MathContext SIX_DIGITS = new MathContext(6);
  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final MathContext THREE_DIGITS_UP = new MathContext(3, RoundingMode.CEILING);

  private Measured() {}

  /** A value, to twelve digits. */
  static Cell value(double x) {
    return rounded(x, new MathContext(VALUE_DIGITS));
  }

  /** As many digits of a difference of such values of the order of 1, but six at most. */
  static Cell difference(double x) {
    int known = VALUE_DIGITS + (int) Math.floor(Math.log10(Math.abs(x)));
    return rounded(x, new MathContext(Math.max(1, Math.min(SIX_DIGITS.getPrecision(), known))));
  }

  /** To six digits; nothing if it is not finite. */
  public static Cell number(double x) {
    return rounded(x, SIX_DIGITS);
  }

  /** The same, or nothing. */
  public static Cell number(Optional<Double> x) {
    return x.map(Measured::number).orElseGet(Cell.Nothing::new);
  }

  /** An error, a ratio or a score, to three digits. */
  public static Cell rough(double x) {
    return rounded(x, THREE_DIGITS);
  }

  /** The same, or nothing. */
  public static Cell rough(Optional<Double> x) {
    return x.map(Measured::rough).orElseGet(Cell.Nothing::new);
  }

  /** A score in standard errors: infinite where a sample that does not fluctuate is not right. */
  public static Cell score(Optional<Double> z) {
    return z.filter(x -> Double.isInfinite(x)).isPresent()
        ? Cell.of(z.get() > 0 ? "inf" : "-inf")
        : rough(z);
  }

  /** How many there have to be, at least, to three digits and not too few; or nothing. */
  public static Cell atLeast(Optional<Double> x) {
    return x.map(number -> rounded(number, THREE_DIGITS_UP)).orElseGet(Cell.Nothing::new);
  }

  private static Cell rounded(double x, MathContext digits) {
    return Double.isFinite(x)
        ? Cell.of(ScientificNotation.of(new BigDecimal(x).round(digits)))
        : new Cell.Nothing();
  }
}
