package dev.zonal.kernel.recurrent;

import java.util.Locale;

/** What a recurrent network remembers before the first step of a sequence. */
public enum HiddenState {
  /** Random numbers, drawn anew for each sequence; those of equal sequences are the same. */
  INDEPENDENT,
  /** Random numbers, the same for all sequences. */
  SHARED,
  /** Nothing. */
  ZERO;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
