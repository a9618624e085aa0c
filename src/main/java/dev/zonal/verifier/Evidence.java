package dev.zonal.verifier;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.geometric.GeometricTail;
import dev.zonal.verifier.tail.Tail;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What of the claims about one kernel is true, with the numbers that were found here.
 *
 * @param tails of the parities that have one
 * @param geometric laws, likewise
 * @param rows enclosures of eigenvalues; the exact ball 0 for those that are exactly zero
 */
record Evidence(
    KernelFacts facts,
    Map<Parity, Tail> tails,
    Map<Parity, GeometricTail> geometric,
    SortedMap<Long, Ball> rows) {
  Optional<Tail> tail(Parity parity) {
    return Optional.ofNullable(tails.get(parity));
  }

  boolean isZero(long k) {
    Ball row = rows.get(k);
    return row != null && row.isExact() && row.containsZero();
  }

  /** Asks for every row of the parity from one frequency up to another, excluded. */
  boolean requireRows(Parity parity, long first, long end, Findings findings) {
    long k = parity.firstFrom(first);
    while (k < end && rows.containsKey(k)) {
      k += 2;
    }
    return findings.require(k >= end, Hypothesis.ROW_MISSING, facts.kernel() + ", k = " + k);
  }

  /**
   * Asks for what makes all eigenvalues positive, or not negative where zeros are allowed (Theorems
   * 13.1 and 13.1a): no row of the wrong sign; and for each parity a positive tail with all rows
   * below it, or zeros from some frequency on. Kernels with a positive series without tails are
   * positive by Proposition 9.14 or Theorem 17.4a.
   */
  void requireSign(boolean zerosAllowed, Findings findings) {
    rows.forEach(
        (k, eta) -> {
          boolean holds = eta.isPositive() || zerosAllowed && isZero(k);
          findings.require(holds, Hypothesis.ROW_SIGN, facts.kernel() + ", k = " + k);
        });
    for (Parity parity : Parity.values()) {
      String where = facts.kernel() + ", " + parity + " k";
      OptionalLong zeros = zerosAllowed ? facts.zerosFrom(parity) : OptionalLong.empty();
      Optional<Tail> tail = tail(parity);
      if (tail.isPresent()) {
        findings.require(tail.get().sign() > 0, Hypothesis.TAIL_SIGN, where);
        requireRows(parity, 0, tail.get().from(), findings);
      } else if (zeros.isPresent()) {
        requireRows(parity, 0, zeros.getAsLong(), findings);
      } else {
        boolean bySeries = tails.isEmpty() && facts.isPositive(parity);
        findings.require(bySeries, Hypothesis.TAIL_MISSING, where);
      }
    }
  }
}
