package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/** The constants of a conclusion: each must be claimed, and no others. */
final class Constants {
  private final SortedMap<String, Interval> claimed;
  private final Findings findings;
  private final TreeSet<String> seen = new TreeSet<>();

  Constants(SortedMap<String, Interval> claimed, Findings findings) {
    this.claimed = claimed;
    this.findings = findings;
  }

  /** The constant lies between the two numbers. */
  void check(String name, BigFraction least, BigFraction most) {
    seen.add(name);
    Interval claim = claimed.get(name);
    if (findings.require(claim != null, Hypothesis.CONSTANT_NAMES, name)) {
      findings.note(claim.holds(least, most), Hypothesis.CONSTANT, name);
    }
  }

  void check(String name, Range range) {
    check(name, range.least(), range.most());
  }

  /** A bound: the claim is that it serves, which a larger number does as well. */
  void checkBound(String name, Ball bound) {
    seen.add(name);
    Interval claim = claimed.get(name);
    if (findings.require(claim != null, Hypothesis.CONSTANT_NAMES, name)) {
      boolean serves =
          claim.lower().signum() <= 0
              && claim.lower().compareTo(claim.upper()) <= 0
              && Interval.compare(claim.upper(), bound.upper()) >= 0;
      findings.require(serves, Hypothesis.CONSTANT, name);
    }
  }

  /** Nothing else is claimed. */
  void checkNoOthers() {
    TreeSet<String> others = new TreeSet<>(claimed.keySet());
    others.removeAll(seen);
    findings.require(others.isEmpty(), Hypothesis.CONSTANT_NAMES, String.join(", ", others));
  }
}
