package dev.zonal.report;

import dev.zonal.grid.Gap;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.Locale;

/** The words that several results have in common. */
final class Words {
  private Words() {}

  /** The name of a constant, in small letters. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String describe(Scale scale) {
    return switch (scale) {
      case UNIT -> "unit (the normalised kernel)";
      case PAPER -> "paper (the unnormalised kernel of the literature)";
    };
  }

  static String proved(int digits) {
    return digits + " significant, all proved, rounded half-even";
  }

  /** Why a number is missing: the point, a code for programs, and a line for people. */
  static Fields failure(String name, String point, Gap<?> gap) {
    return new Fields()
        .with(name, point)
        .with("code", of(gap.cause()))
        .with("reason", gap.reason());
  }
}
