package dev.zonal.paper;

/** What is found of a claim. */
public enum Verdict {
  /** All that was looked at agrees. */
  CONFIRMED,
  /** Something does not. */
  FALSE,
  /** Neither: something could not be decided. */
  OPEN
}
