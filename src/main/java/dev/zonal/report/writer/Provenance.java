package dev.zonal.report.writer;

import dev.zonal.report.document.Origin;
import dev.zonal.text.Quotation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a published table came from, as lines of ASCII for a comment. */
final class Provenance {
  /** What a shell takes as it stands. */
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:=,+@-]+");

  private Provenance() {}

  static List<String> lines(Origin origin, Optional<LocalDate> date) {
    String words = origin.command().stream().map(Provenance::word).collect(Collectors.joining(" "));
    String program = date.map(day -> origin.program() + ", " + day).orElse(origin.program());
    return List.of(program, Quotation.oneLine("zonal " + words));
  }

  private static String word(String word) {
    return BARE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
