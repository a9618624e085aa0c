package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import dev.zonal.spectrum.Parity;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What of the claims about one kernel is true, with the numbers that the verifier found itself.
 *
 * @param tails of the parities that have one
 * @param rows enclosures of eigenvalues; the exact ball 0 for those that are exactly zero
 */
record Evidence(KernelFacts facts, Map<Parity, Tail> tails, SortedMap<Long, Ball> rows) {

  Optional<Tail> tail(Parity parity) {
    return Optional.ofNullable(tails.get(parity));
  }

  /** From where on all eigenvalues of the parity vanish by a theorem. */
  OptionalLong zerosFrom(Parity parity) {
    return facts.zerosFrom(parity);
  }

  boolean isZero(long k) {
    Ball row = rows.get(k);
    return row != null && row.isExact() && row.containsZero();
  }

  /** Asks for every row of the parity from one frequency up to another, excluded. */
  boolean requireRows(Parity parity, long first, long end, Findings findings) {
    for (long k = parity.firstFrom(first); k < end; k += 2) {
      if (!findings.require(
          rows.containsKey(k), Hypothesis.ROW_MISSING, facts.kernel() + ", k = " + k)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Asks for what makes all eigenvalues non-negative, or positive (Theorems 13.1 and 13.1a): no row
   * of the wrong sign; and for each parity a positive tail with all rows below it, or, where zeros
   * are allowed, a frequency from which on all are zero. Mixtures of Gaussians without tails are
   * positive by Proposition 9.14.
   */
  void requireSign(boolean zerosAllowed, Findings findings) {
    rows.forEach(
        (k, eta) ->
            findings.require(
                eta.isPositive() || zerosAllowed && isZero(k),
                Hypothesis.ROW_SIGN,
                facts.kernel() + ", k = " + k));
    if (tails.isEmpty() && facts.kernel().isMixtureOfGaussians()) {
      return;
    }
    for (Parity parity : Parity.values()) {
      String where = facts.kernel() + ", " + parity + " k";
      Optional<Tail> tail = tail(parity);
      OptionalLong zeros = zerosAllowed ? zerosFrom(parity) : OptionalLong.empty();
      if (tail.isPresent()) {
        findings.require(tail.get().sign() > 0, Hypothesis.TAIL_SIGN, where);
        requireRows(parity, 0, tail.get().from(), findings);
      } else if (findings.require(zeros.isPresent(), Hypothesis.TAIL_MISSING, where)) {
        requireRows(parity, 0, zeros.getAsLong(), findings);
      }
    }
  }
}
