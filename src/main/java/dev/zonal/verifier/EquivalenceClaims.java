package dev.zonal.verifier;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Constants;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval.Known;
import dev.zonal.verifier.tail.QuotientTail;
import dev.zonal.verifier.tail.Tail;
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
  private final List<Known> least = new ArrayList<>();
  private final List<Known> most = new ArrayList<>();

  EquivalenceClaims(Evidence one, Evidence two, Constants constants, Findings findings) {
    this.one = one;
    this.two = two;
    this.constants = constants;
    this.findings = findings;
  }

  void check() {
    one.requireSign(true, findings);
    two.requireSign(true, findings);
    // The quotients of a kernel by itself are 1 where there are any; kernels of an interval differ.
    Kernel first = one.facts().kernel();
    boolean areTheSame = first.normalForm().equals(two.facts().kernel().normalForm());
    if (!areTheSame || KernelBox.isMany(first)) {
      for (Parity parity : Parity.values()) {
        check(parity);
      }
      one.rows().keySet().forEach(this::quotient);
    }
    // What was refused has no quotients, and no constants.
    if (findings.all().isEmpty()) {
      if (least.isEmpty()) {
        least.add(Known.in(Balls.ONE));
        most.add(Known.in(Balls.ONE));
      }
      constants.check("infimum", Known.infimum(least));
      constants.check("supremum", Known.supremum(most));
      constants.checkNoOthers();
    }
  }

  private void check(Parity parity) {
    OptionalLong first = one.facts().zerosFrom(parity);
    OptionalLong second = two.facts().zerosFrom(parity);
    if (first.isPresent() && second.isPresent()) {
      long end = Math.max(first.getAsLong(), second.getAsLong());
      one.requireRows(parity, 0, end, findings);
      two.requireRows(parity, 0, end, findings);
      return;
    }
    Optional<Tail> above = one.tail(parity);
    Optional<Tail> below = two.tail(parity);
    boolean both = above.isPresent() && below.isPresent();
    if (!findings.require(both, Hypothesis.TAIL_MISSING, parity + " k")) {
      return;
    }
    boolean match =
        above.get().from() == below.get().from()
            && above.get().exponent().equals(below.get().exponent());
    findings.require(match, Hypothesis.QUOTIENT_TAILS, parity + " k");
    if (findings.all().isEmpty()) {
      QuotientTail quotients = new QuotientTail(above.get(), below.get());
      constants.check("limit." + parity, quotients.limit());
      least.add(quotients.infimum());
      most.add(quotients.supremum());
    }
  }

  private void quotient(long k) {
    Ball second = two.rows().get(k);
    if (findings.require(second != null, Hypothesis.ROW_MISSING, "k = " + k)
        && findings.require(one.isZero(k) == two.isZero(k), Hypothesis.QUOTIENT_ROWS, "k = " + k)
        && second.isPositive()) {
      Known quotient = Known.in(Balls.quotient(one.rows().get(k), second));
      least.add(quotient);
      most.add(quotient);
    }
  }
}
