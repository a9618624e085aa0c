package dev.zonal.verifier.document;

/**
 * A claim that is not verified.
 *
 * @param verdict refuted or undecided
 * @param hypothesis that is violated, or was not shown
 * @param where in the certificate
 */
public record Finding(Verdict verdict, Hypothesis hypothesis, String where) {
  /** What was found out about a claim: it is true, it is false, or neither was shown. */
  public enum Verdict {
    VERIFIED,
    UNDECIDED,
    REFUTED
  }
}
