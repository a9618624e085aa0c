package dev.zonal.cli.option;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Words;
import dev.zonal.text.Quotation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The format of a result: what {@code --format} says; without it, what the name of the file ends
 * in, {@code .csv}, {@code .json} or {@code .txt} in letters of either case; and text otherwise.
 */
final class FormatChoice {
  private FormatChoice() {}

  /**
   * @param asked what {@code --format} says, or null
   * @param file the file of {@code --output}, or null
   * @param possible the formats that the result has
   * @throws UsageException if the result has no such format
   */
  static Format of(Format asked, String file, List<Format> possible) {
    Format format = asked == null ? byName(file) : asked;
    if (!possible.contains(format)) {
      String why = asked == null ? ", which the name " + Quotation.of(file) + " asks for" : "";
      String allowed = possible.stream().map(Words::of).collect(Collectors.joining(", "));
      throw new UsageException(
          "this result has no format '%s'%s; allowed are %s"
              .formatted(Words.of(format), why, allowed));
    }
    return format;
  }

  private static Format byName(String file) {
    String name = file == null ? "" : file.toLowerCase(Locale.ROOT);
    return Arrays.stream(Format.values())
        .filter(format -> name.endsWith(extension(format)))
        .findFirst()
        .orElse(Format.TEXT);
  }

  private static String extension(Format format) {
    return format == Format.TEXT ? ".txt" : "." + Words.of(format);
  }
}
