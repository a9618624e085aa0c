package dev.zonal.data.sequence;

import java.util.Locale;

/** What of the last layer of a recurrent network is its output (docs/theory.md, Section 20.3). */
public enum ReadOut {
  /** A linear function of what the units of the last step say. */
  LAST,
  /** The mean of one linear function over all steps. */
  MEAN,
  /** The sum over all steps of a function of its own each, over the root of their number. */
  HEADS,
  /** The sum of the last outputs of two networks, one of which reads the sequence backwards. */
  BI;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
