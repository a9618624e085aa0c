package dev.zonal.verifier;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The claims that eigenvalues lie in their enclosures (docs/theory.md, sections 7 and 9): by
 * quadrature in a precision that no proof uses, and so with other panels and nodes, also where a
 * closed form is known; by the closed form for exact zeros and where quadrature does not decide.
 */
record EigenvalueClaims(KernelFacts facts, Context context) {
  static final int BITS = 104;

  /** No proof needs claims of more than some hundred digits. */
  private static final int MOST_BITS = 1024;

  /** The eigenvalues of the claims that are true, as they were found here. */
  SortedMap<Long, Ball> check(SortedMap<Long, Interval> rows, Findings findings) {
    TreeSet<Long> others = new TreeSet<>(rows.keySet());
    others.removeIf(k -> rows.get(k).isZero());
    facts.integrate(others, BITS, context);
    SortedMap<Long, Ball> known = new TreeMap<>();
    rows.forEach(
        (k, claim) -> {
          String where = facts.kernel() + ", k = " + k;
          Optional<Rational> rational = facts.rational(k);
          Optional<Ball> ball =
              others.contains(k) ? facts.integral(k, BITS, context) : Optional.empty();
          Verdict verdict = ball.map(claim::holds).orElse(Verdict.UNDECIDED);
          if (verdict == Verdict.UNDECIDED && rational.isPresent()) {
            ball = rational.map(Balls::of);
            verdict = claim.holds(new Interval.Known(rational.get(), rational.get()));
          } else if (verdict == Verdict.UNDECIDED && bits(claim) <= MOST_BITS) {
            int bits = bits(claim);
            ball = facts.series(k, bits).or(() -> facts.integral(k, bits, context));
            verdict = ball.map(claim::holds).orElse(Verdict.UNDECIDED);
          }
          if (findings.note(verdict, Hypothesis.ENCLOSURE, where)) {
            known.put(k, ball.orElseThrow());
          }
        });
    return known;
  }

  /** More bits than tell the ends of the claim apart; no ball decides a claim without width. */
  private static int bits(Interval claim) {
    BigDecimal size = claim.lower().abs().max(claim.upper().abs());
    BigDecimal width = claim.upper().subtract(claim.lower()).abs();
    long bits = Math.max(0, 4 * (digits(size) - digits(width)));
    return width.signum() == 0 ? Integer.MAX_VALUE : (int) Math.min(MOST_BITS + 1, 160 + bits);
  }

  /** One more than the exponent of ten. */
  private static long digits(BigDecimal x) {
    return (long) x.precision() - x.scale();
  }
}
