package dev.zonal.claim;

import java.util.Locale;

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

  String heading() {
    return name().toLowerCase(Locale.ROOT);
  }
}
