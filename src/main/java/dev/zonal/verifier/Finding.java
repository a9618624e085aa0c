package dev.zonal.verifier;

/**
 * A claim that is not verified.
 *
 * @param verdict refuted or undecided
 * @param hypothesis that is violated, or was not shown
 * @param where in the certificate
 */
public record Finding(Verdict verdict, Hypothesis hypothesis, String where) {}
