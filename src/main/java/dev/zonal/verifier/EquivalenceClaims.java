package dev.zonal.verifier;

import static dev.zonal.verifier.Tail.OVER;

import dev.zonal.arithmetic.Ball;
import dev.zonal.spectrum.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The conclusion of a proof of equivalence: both kernels are positive semidefinite, and their
 * eigenvalues have quotients between two positive constants (docs/theory.md, Theorem 13.2 and
 * Corollary 12.12).
 */
final class EquivalenceClaims {
  private final Evidence one;
  private final Evidence two;
  private final Constants constants;
  private final Findings findings;
  private final List<Range> least = new ArrayList<>();
  private final List<Range> most = new ArrayList<>();

  EquivalenceClaims(Evidence one, Evidence two, Constants constants, Findings findings) {
    this.one = one;
    this.two = two;
    this.constants = constants;
    this.findings = findings;
  }

  void check() {
    one.requireSign(true, findings);
    two.requireSign(true, findings);
    for (Parity parity : Parity.values()) {
      check(parity);
    }
    one.rows().keySet().forEach(this::quotient);
    if (!findings.require(!least.isEmpty(), Hypothesis.TAIL_MISSING, "there is no quotient")) {
      return;
    }
    constants.check("infimum", Range.infimum(least));
    constants.check("supremum", Range.supremum(most));
    constants.checkNoOthers();
  }

  private void check(Parity parity) {
    String where = parity + " k";
    OptionalLong first = one.zerosFrom(parity);
    OptionalLong second = two.zerosFrom(parity);
    if (first.isPresent() && second.isPresent()) {
      long end = Math.max(first.getAsLong(), second.getAsLong());
      one.requireRows(parity, 0, end, findings);
      two.requireRows(parity, 0, end, findings);
      return;
    }
    Optional<Tail> above = one.tail(parity);
    Optional<Tail> below = two.tail(parity);
    boolean both = above.isPresent() && below.isPresent();
    if (!findings.require(both, Hypothesis.TAIL_MISSING, where)) {
      return;
    }
    boolean match =
        above.get().from() == below.get().from()
            && above.get().exponent().equals(below.get().exponent());
    // requireSign has asked for signs already; without them there are no quotients.
    if (!findings.require(match, Hypothesis.QUOTIENT_TAILS, where)
        || above.get().sign() <= 0
        || below.get().sign() <= 0) {
      return;
    }
    one.requireRows(parity, 0, above.get().from(), findings);
    two.requireRows(parity, 0, below.get().from(), findings);
    QuotientTail quotients = new QuotientTail(above.get(), below.get());
    constants.check("limit." + parity, Range.of(quotients.limit()));
    least.add(quotients.infimum());
    most.add(quotients.supremum());
  }

  private void quotient(long k) {
    String where = "k = " + k;
    Ball second = two.rows().get(k);
    if (!findings.require(second != null, Hypothesis.ROW_MISSING, where)
        || !findings.require(one.isZero(k) == two.isZero(k), Hypothesis.QUOTIENT_ROWS, where)) {
      return;
    }
    // Rows of the wrong sign have been refused; only positive ones have a quotient here.
    if (second.isPositive()) {
      Range quotient = Range.of(OVER.divide(one.rows().get(k), second));
      least.add(quotient);
      most.add(quotient);
    }
  }
}
