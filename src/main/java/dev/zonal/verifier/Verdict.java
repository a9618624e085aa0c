package dev.zonal.verifier;

/** What was found out about a claim. */
public enum Verdict {
  /** It is true. */
  VERIFIED,
  /** It is false. */
  REFUTED,
  /** Neither could be shown, or a part of the proof is missing. */
  UNDECIDED;

  /** Of several claims together: refuted if one is, verified if all are. */
  Verdict and(Verdict other) {
    return this == REFUTED || other == REFUTED ? REFUTED : this == VERIFIED ? other : UNDECIDED;
  }
}
