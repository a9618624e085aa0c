package dev.zonal.report.figure;

import java.util.List;
import java.util.Locale;

/**
 * Colours that people who are blind to some colours tell apart (Okabe and Ito, Color universal
 * design, 2008), the lightest left out.
 */
final class Palette {
  private static final List<Integer> COLOURS =
      List.of(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x000000);

  private Palette() {}

  /** As 0xRRGGBB; after the last comes the first. */
  static int colour(int index) {
    return COLOURS.get(index % COLOURS.size());
  }

  /** As RRGGBB. */
  static String hexadecimal(int index) {
    return String.format(Locale.ROOT, "%06X", colour(index));
  }

  static int size() {
    return COLOURS.size();
  }
}
