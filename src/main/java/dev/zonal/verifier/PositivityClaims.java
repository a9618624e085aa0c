package dev.zonal.verifier;

import dev.zonal.spectrum.Parity;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The conclusion of a proof that all eigenvalues are positive, or that none is negative
 * (docs/theory.md, Theorems 13.1 and 13.1a).
 */
final class PositivityClaims {
  private final Evidence evidence;
  private final Constants constants;
  private final Findings findings;

  PositivityClaims(Evidence evidence, Constants constants, Findings findings) {
    this.evidence = evidence;
    this.constants = constants;
    this.findings = findings;
  }

  void checkStrict() {
    evidence.requireSign(false, findings);
    checkConstants();
  }

  void checkSemidefinite(Claims.Zeros zeros) {
    evidence.requireSign(true, findings);
    for (Parity parity : Parity.values()) {
      findings.require(zerosAre(zeros, parity), Hypothesis.ZEROS, parity + " k");
    }
    checkConstants();
  }

  private void checkConstants() {
    evidence
        .tails()
        .forEach(
            (parity, tail) ->
                constants.check("relativeDistance." + parity, Range.of(tail.relativeDistance())));
    List<Range> rows =
        evidence.rows().keySet().stream()
            .filter(k -> !evidence.isZero(k))
            .map(k -> Range.of(evidence.rows().get(k)))
            .toList();
    if (!rows.isEmpty()) {
      constants.check("least", Range.infimum(rows));
    }
    constants.checkNoOthers();
  }

  /** Whether the zeros of a parity are the claimed ones, as sets. */
  private boolean zerosAre(Claims.Zeros claimed, Parity parity) {
    SortedMap<Parity, Long> from = claimed.from();
    OptionalLong known =
        evidence.tail(parity).isPresent() ? OptionalLong.empty() : evidence.zerosFrom(parity);
    if (from.containsKey(parity) != known.isPresent()) {
      return false;
    }
    SortedSet<Long> all = new TreeSet<>(claimed.frequencies());
    all.addAll(evidence.rows().keySet());
    long begin = from.getOrDefault(parity, Long.MAX_VALUE);
    long end = known.orElse(Long.MAX_VALUE);
    if (begin < end && known.isPresent()) {
      for (long k = parity.firstFrom(begin); k < end; k += 2) {
        all.add(k);
      }
    } else if (known.isPresent()) {
      for (long k = parity.firstFrom(end); k < begin; k += 2) {
        all.add(k);
      }
    }
    return all.stream()
        .filter(k -> Parity.of(k) == parity)
        .allMatch(
            k ->
                (claimed.frequencies().contains(k) || k >= begin)
                    == (evidence.isZero(k) || k >= end));
  }
}
