package dev.zonal.claim;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.NumberSyntax;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as it is claimed, and the closed interval that the truth lies in if the claim is right
 * (docs/theory.md, Lemma 16.5).
 *
 * <p>Without a tolerance a decimal claims all its digits: the truth is at most half a unit of the
 * last one away, so that it is right by every rule of rounding to the nearest. A fraction, and the
 * number 0 without a point, claim to be the truth itself. A tolerance is a number, by which the
 * truth may differ, or a percentage of the truth, as in {@code 0.1%}.
 *
 * @param text as it was written
 * @param tolerance as it was written, if there is one
 * @param least the lower end of the interval
 * @param most the upper end
 * @param digits how many significant digits of the truth say what is claimed
 */
public record ClaimedNumber(
    String text, Optional<String> tolerance, Rational least, Rational most, int digits) {
  private static final int MOST_DIGITS = 1000;

  /** Of a claim that has no digits of its own. */
  private static final int DIGITS_OF_EXACT = 17;

  private static final int DIGITS_OF_ZERO = 6;
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9.]*,[0-9]+([eE].*)?%?");

  /**
   * Reads a claim.
   *
   * @throws KernelSpecificationException if one of them is no number, in words that follow its name
   */
  public static ClaimedNumber of(String text, Optional<String> tolerance) {
    Rational value = number(text);
    if (tolerance.isPresent()) {
      return tolerated(text, tolerance.get(), value);
    }
    boolean isFraction = text.contains("/");
    boolean isPlainZero = value.isZero() && !text.contains(".");
    Rational half = isFraction || isPlainZero ? Rational.ZERO : halfUnit(new BigDecimal(text));
    int digits = isFraction ? DIGITS_OF_EXACT : new BigDecimal(text).precision();
    return around(text, Optional.empty(), value, half, digits);
  }

  private static ClaimedNumber tolerated(String text, String tolerance, Rational value) {
    boolean isRelative = tolerance.endsWith("%");
    String number = tolerance.substring(0, tolerance.length() - (isRelative ? 1 : 0)).strip();
    Rational t = number(number).divide(isRelative ? 100 : 1);
    if (t.signum() < 0) {
      throw new KernelSpecificationException(tolerance + " is negative, and a tolerance is not");
    }
    Rational half = isRelative ? t.multiply(value.abs()) : t;
    int written = text.contains("/") ? 1 : new BigDecimal(text).precision();
    int meant = value.isZero() || half.isZero() ? DIGITS_OF_EXACT : order(value) - order(half) + 1;
    int digits = Math.min(Math.max(written, meant), MOST_DIGITS);
    return isRelative
        ? relative(text, tolerance, value, t, digits)
        : around(text, Optional.of(tolerance), value, half, digits);
  }

  private static ClaimedNumber around(
      String text, Optional<String> tolerance, Rational value, Rational half, int digits) {
    return new ClaimedNumber(
        text,
        tolerance,
        value.subtract(half),
        value.add(half),
        value.isZero() ? DIGITS_OF_ZERO : digits);
  }

  /** Of a truth x with |x - value| at most t |x|. */
  private static ClaimedNumber relative(
      String text, String tolerance, Rational value, Rational t, int digits) {
    if (t.compareTo(Rational.ONE) >= 0) {
      throw new KernelSpecificationException(
          tolerance + " allows any number: a relative tolerance is below 100%");
    }
    Rational near = value.divide(Rational.ONE.add(t));
    Rational far = value.divide(Rational.ONE.subtract(t));
    boolean isNegative = value.signum() < 0;
    return new ClaimedNumber(
        text,
        Optional.of(tolerance),
        isNegative ? far : near,
        isNegative ? near : far,
        value.isZero() ? DIGITS_OF_ZERO : digits);
  }

  static Rational number(String text) {
    if (DECIMAL_COMMA.matcher(text).matches()) {
      throw new KernelSpecificationException(
          "%s has a decimal comma: write %s"
              .formatted(text, text.replace(".", "").replace(',', '.')));
    }
    return NumberSyntax.rational(text, text, MOST_DIGITS);
  }

  /** Half of one in the place of the last digit. */
  private static Rational halfUnit(BigDecimal decimal) {
    return Rational.of(BigDecimal.ONE.movePointLeft(decimal.scale())).divide(2);
  }

  /** The power of ten of the first digit. */
  private static int order(Rational value) {
    BigDecimal first = value.abs().decimal(1);
    return first.precision() - first.scale() - 1;
  }

  /** Whether a number is what is claimed. */
  public boolean admits(Rational truth) {
    return truth.compareTo(least) >= 0 && truth.compareTo(most) <= 0;
  }

  /** Whether a number is what is claimed, if its enclosure decides that. */
  public Optional<Boolean> admits(CertifiedNumber truth) {
    Optional<Rational> known = truth.exact().flatMap(PiRational::rational);
    if (known.isPresent()) {
      return known.map(this::admits);
    }
    Rational lower = truth.enclosure().lower();
    Rational upper = truth.enclosure().upper();
    if (upper.compareTo(least) < 0 || lower.compareTo(most) > 0) {
      return Optional.of(false);
    }
    return admits(lower) && admits(upper) ? Optional.of(true) : Optional.empty();
  }
}
