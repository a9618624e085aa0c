package dev.zonal.verifier.document;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.verifier.document.Interval.Known;
import java.util.SortedMap;
import java.util.TreeSet;

/** The constants of a conclusion: each must be claimed, and no others. */
public final class Constants {
  private final SortedMap<String, Interval> claimed;
  private final Findings findings;
  private final TreeSet<String> seen = new TreeSet<>();

  public Constants(SortedMap<String, Interval> claimed, Findings findings) {
    this.claimed = claimed;
    this.findings = findings;
  }

  /** The constant is a number that was found here. */
  public void check(String name, Known number) {
    seen.add(name);
    Interval claim = claimed.get(name);
    if (findings.require(claim != null, Hypothesis.CONSTANT_NAMES, name)) {
      findings.note(claim.holds(number), Hypothesis.CONSTANT, name);
    }
  }

  public void check(String name, Ball number) {
    check(name, Known.in(number));
  }

  /** Nothing else is claimed. */
  public void checkNoOthers() {
    TreeSet<String> others = new TreeSet<>(claimed.keySet());
    others.removeAll(seen);
    findings.require(others.isEmpty(), Hypothesis.CONSTANT_NAMES, String.join(", ", others));
  }
}
