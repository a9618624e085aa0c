package dev.zonal.cli;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of cosines as the user writes it: {@code 0,1/2,-0.25,1e-6}; each is an exact rational
 * number.
 */
final class CosineList {
  private static final int MOST_DIGITS = 10_000;

  private CosineList() {}

  /**
   * @throws UsageException naming the element at fault and what is allowed
   * @throws dev.zonal.kernel.KernelSpecificationException if an element is no number
   */
  static List<Rational> parse(String list) {
    List<Rational> cosines = new ArrayList<>();
    for (String element : list.split(",", -1)) {
      cosines.add(cosine(element.strip()));
    }
    return cosines;
  }

  private static Rational cosine(String text) {
    Rational u = NumberSyntax.rational("u=" + text, text, MOST_DIGITS);
    if (u.abs().compareTo(1) > 0) {
      throw new UsageException(
          "u = " + Quotation.of(text) + " is not allowed, allowed are -1 to 1");
    }
    return u;
  }
}
