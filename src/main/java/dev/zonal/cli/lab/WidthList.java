package dev.zonal.cli.lab;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.text.Quotation;
import java.util.List;
import java.util.stream.Stream;

/** A list of widths as the user writes it, such as 8,32,128. */
final class WidthList {
  private static final int MOST = 65_536;
  private static final int LONGEST = 64;

  private WidthList() {}

  /**
   * The widths, in the order given, each once.
   *
   * @throws UsageException naming what is wrong
   */
  static List<Integer> of(String list) {
    List<Integer> widths =
        Stream.of(list.split(",", -1)).map(String::strip).map(WidthList::width).distinct().toList();
    if (widths.size() > LONGEST) {
      throw new UsageException(
          "--widths: %s widths are too many; %s is the most".formatted(widths.size(), LONGEST));
    }
    return widths;
  }

  private static int width(String text) {
    int width = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (width < 2 || width > MOST) {
      throw new UsageException(
          "--widths: %s is no width from 2 to %s".formatted(Quotation.of(text), MOST));
    }
    return width;
  }
}
