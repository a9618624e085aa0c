package dev.zonal.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that a file of claims may have. */
enum ClaimColumn {
  KERNEL,
  DIMENSION,
  K,
  U,
  CONVENTION,
  SCALE,
  VALUE,
  TOLERANCE,
  REFERENCE;

  /** What all of them are called. */
  static final List<String> HEADINGS = Arrays.stream(values()).map(ClaimColumn::heading).toList();

  /** The column of a heading, if there is one. */
  static Optional<ClaimColumn> of(String heading) {
    return Arrays.stream(values()).filter(column -> column.heading().equals(heading)).findFirst();
  }

  String heading() {
    return name().toLowerCase(Locale.ROOT);
  }
}
