package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.spectrum.ExactSpectrum;
import dev.zonal.context.Context;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/** The claims that eigenvalues lie in their enclosures (docs/theory.md, sections 7 and 9). */
final class EigenvalueClaims {
  /**
   * A claim may be narrower than what quadrature gives at first; but not by any number of digits.
   */
  private static final int MOST_BITS = 8192;

  private static final int GUARD_BITS = 32;
  private static final BallArithmetic WIDE = BallArithmetic.ofBits(256);

  private final KernelFacts facts;
  private final Context context;

  EigenvalueClaims(KernelFacts facts, Context context) {
    this.facts = facts;
    this.context = context;
  }

  /** The eigenvalues of the claims that are true, as the verifier knows them. */
  SortedMap<Long, Ball> check(SortedMap<Long, Interval> rows, Findings findings) {
    TreeSet<Long> others = new TreeSet<>();
    rows.forEach(
        (k, claim) -> {
          if (!claim.isZero() && !isZero(k)) {
            others.add(k);
          }
        });
    facts.prepare(others, context);
    SortedMap<Long, Ball> known = new TreeMap<>();
    rows.forEach(
        (k, claim) -> {
          Verdict verdict = check(k, claim, known);
          String where = facts.kernel() + ", k = " + k;
          if (!findings.note(verdict, Hypothesis.ENCLOSURE, where)) {
            known.remove(k);
          }
        });
    return known;
  }

  private boolean isZero(long k) {
    return rational(k).map(value -> value.signum() == 0).orElse(false);
  }

  private Optional<BigFraction> rational(long k) {
    return facts.exact(k).flatMap(ExactSpectrum.Value::rational);
  }

  /** By quadrature first, also where a closed form is known, which the proof may have used. */
  private Verdict check(long k, Interval claim, SortedMap<Long, Ball> known) {
    Optional<Ball> first = facts.byQuadrature(k);
    Verdict verdict = first.map(claim::holds).orElse(Verdict.UNDECIDED);
    first.ifPresent(ball -> known.put(k, ball));
    if (verdict != Verdict.UNDECIDED) {
      return verdict;
    }
    Optional<BigFraction> rational = rational(k);
    if (rational.isPresent()) {
      known.put(k, WIDE.of(rational.get()));
      return claim.holds(rational.get(), rational.get());
    }
    int bits = bits(claim);
    Optional<Ball> second =
        facts
            .exact(k)
            .map(value -> series(value, bits))
            .orElseGet(() -> facts.byQuadrature(k, bits, context));
    second.ifPresent(ball -> known.put(k, ball));
    return second.map(claim::holds).orElse(Verdict.UNDECIDED);
  }

  private static Optional<Ball> series(ExactSpectrum.Value value, int bits) {
    try {
      return Optional.of(value.enclose(BallArithmetic.ofBits(bits)));
    } catch (DomainException uncertified) {
      return Optional.empty();
    }
  }

  /** More bits than tell the ends of the claim apart. */
  private static int bits(Interval claim) {
    BigDecimal size = claim.lower().abs().max(claim.upper().abs());
    BigDecimal width = claim.upper().subtract(claim.lower()).abs();
    if (width.signum() == 0 || size.signum() == 0) {
      return MOST_BITS;
    }
    double digits =
        (double) size.precision() - size.scale() - width.precision() + (double) width.scale();
    return (int) Math.min(MOST_BITS, Math.max(160, 4 * digits) + GUARD_BITS);
  }
}
