package dev.zonal.data.image;

import java.util.Locale;

/**
 * What of the last layer of a convolutional network is its output (docs/theory.md, Section 21.1).
 */
public enum PixelReadOut {
  /** A linear function of all units of all pixels. */
  FLATTEN,
  /** The mean over the pixels of one linear function of the units of a pixel. */
  GAP;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
