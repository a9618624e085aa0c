package dev.zonal.verifier.document;

import dev.zonal.verifier.document.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Collects what could not be verified. */
public final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  /** Notes the verdict on a claim; returns whether it is verified. */
  public boolean note(Verdict verdict, Hypothesis hypothesis, String where) {
    if (verdict != Verdict.VERIFIED) {
      findings.add(new Finding(verdict, hypothesis, where));
    }
    return verdict == Verdict.VERIFIED;
  }

  /** Asks for something that is needed for the proof. */
  public boolean require(boolean holds, Hypothesis hypothesis, String where) {
    return note(holds ? Verdict.VERIFIED : Verdict.UNDECIDED, hypothesis, where);
  }

  public List<Finding> all() {
    return List.copyOf(findings);
  }
}
