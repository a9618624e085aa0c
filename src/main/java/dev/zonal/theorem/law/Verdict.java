package dev.zonal.theorem.law;

/** How an attempt to prove a proposition ended. */
public enum Verdict {
  PROVEN,
  REFUTED,
  /** Neither, with the means at hand. */
  UNDECIDED
}
