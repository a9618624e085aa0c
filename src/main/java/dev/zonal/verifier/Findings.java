package dev.zonal.verifier;

import dev.zonal.verifier.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Collects what could not be verified. */
final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  /** Notes the verdict on a claim; returns whether it is verified. */
  boolean note(Verdict verdict, Hypothesis hypothesis, String where) {
    if (verdict != Verdict.VERIFIED) {
      findings.add(new Finding(verdict, hypothesis, where));
    }
    return verdict == Verdict.VERIFIED;
  }

  /** Asks for something that is needed for the proof. */
  boolean require(boolean holds, Hypothesis hypothesis, String where) {
    return note(holds ? Verdict.VERIFIED : Verdict.UNDECIDED, hypothesis, where);
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }
}
