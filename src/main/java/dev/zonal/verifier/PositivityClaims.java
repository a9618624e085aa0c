package dev.zonal.verifier;

import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Constants;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval.Known;
import dev.zonal.verifier.tail.Tail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The conclusion of a proof that all eigenvalues are positive, or that none is negative
 * (docs/theory.md, Theorems 13.1 and 13.1a).
 */
record PositivityClaims(Evidence evidence, Constants constants, Findings findings) {
  /** Strictly, unless the zeros are told. */
  void check(Optional<Claims.Zeros> zeros) {
    evidence.requireSign(zeros.isPresent(), findings);
    zeros.ifPresent(
        claim -> {
          boolean holds = claim.equals(zeros());
          findings.require(holds, Hypothesis.ZEROS, evidence.facts().kernel().toString());
        });
    for (Map.Entry<Parity, Tail> tail : evidence.tails().entrySet()) {
      constants.check("relativeDistance." + tail.getKey(), tail.getValue().relativeDistance());
    }
    List<Known> others =
        evidence.rows().keySet().stream()
            .filter(k -> !evidence.isZero(k))
            .map(k -> Known.in(evidence.rows().get(k)))
            .toList();
    if (!others.isEmpty()) {
      constants.check("least", Known.infimum(others));
    }
    constants.checkNoOthers();
  }

  /** The enclosed zeros, and the parities that vanish. */
  private Claims.Zeros zeros() {
    TreeSet<Long> frequencies = new TreeSet<>(evidence.rows().keySet());
    frequencies.removeIf(k -> !evidence.isZero(k));
    SortedMap<Parity, Long> from = new TreeMap<>();
    for (Parity parity : Parity.values()) {
      evidence.facts().zerosFrom(parity).ifPresent(k -> from.put(parity, k));
    }
    return new Claims.Zeros(frequencies, from);
  }
}
