package dev.zonal.cli;

import dev.zonal.kernel.Quotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A list of cosines as the user writes it: {@code 0,1/2,-0.25,1e-6}; each is an exact rational
 * number.
 */
final class CosineList {
  private static final Pattern FRACTION = Pattern.compile("([+-]?\\d+)(?:/(\\d+))?");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.\\d*|\\.?\\d+)([eE][+-]?\\d{1,4})?");

  private CosineList() {}

  /**
   * @throws UsageException naming the element at fault and what is allowed
   */
  static List<BigFraction> parse(String list) {
    List<BigFraction> cosines = new ArrayList<>();
    for (String element : list.split(",", -1)) {
      cosines.add(cosine(element.strip()));
    }
    return cosines;
  }

  private static BigFraction cosine(String text) {
    BigFraction u = rational(text);
    if (u.abs().subtract(1).signum() > 0) {
      throw new UsageException(
          "u = " + Quotation.of(text) + " is not allowed, allowed are -1 to 1");
    }
    return u;
  }

  private static BigFraction rational(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches() && text.length() <= 20_000) {
      BigInteger denominator =
          fraction.group(2) == null ? BigInteger.ONE : new BigInteger(fraction.group(2));
      if (denominator.signum() == 0) {
        throw new UsageException("u = " + Quotation.of(text) + " has a denominator of 0");
      }
      return BigFraction.of(new BigInteger(fraction.group(1)), denominator);
    }
    if (DECIMAL.matcher(text).matches() && text.length() <= 20_000) {
      BigDecimal decimal = new BigDecimal(text);
      BigInteger scale = BigInteger.TEN.pow(Math.abs(decimal.scale()));
      return decimal.scale() >= 0
          ? BigFraction.of(decimal.unscaledValue(), scale)
          : BigFraction.of(decimal.unscaledValue().multiply(scale));
    }
    throw new UsageException(
        "u = "
            + Quotation.of(text)
            + " is no number: write rational numbers from -1 to 1, such as 0,1/2,-0.25");
  }

  /** {@code -1/2} or {@code 0}, in lowest terms. */
  static String toString(BigFraction u) {
    BigInteger denominator = u.getDenominator();
    BigInteger numerator = denominator.signum() < 0 ? u.getNumerator().negate() : u.getNumerator();
    return denominator.abs().equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator.abs();
  }
}
