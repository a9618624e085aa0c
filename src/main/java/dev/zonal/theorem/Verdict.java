package dev.zonal.theorem;

/** How an attempt to prove a proposition ended. */
public enum Verdict {
  PROVEN,
  REFUTED,
  /** Neither, with the means at hand. */
  UNDECIDED
}
