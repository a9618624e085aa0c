package dev.zonal.report;

import java.util.Locale;

/** The words that several results have in common. */
final class Words {
  private Words() {}

  /** The name of a constant, in small letters. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String proved(int digits) {
    return digits + " significant, all proved, rounded half-even";
  }
}
