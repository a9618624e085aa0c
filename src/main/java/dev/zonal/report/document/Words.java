package dev.zonal.report.document;

import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.Locale;

/** The words that several results have in common. */
public final class Words {
  private Words() {}

  /** The name of a constant, in small letters. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static String inWords(Scale scale) {
    return switch (scale) {
      case UNIT -> "unit (the normalised kernel)";
      case PAPER -> "paper (the unnormalised kernel of the literature)";
    };
  }

  public static String proved(int digits) {
    return digits + " significant, all proved, rounded half-even";
  }
}
