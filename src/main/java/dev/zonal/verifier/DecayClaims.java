package dev.zonal.verifier;

import static dev.zonal.verifier.Tail.OVER;

import dev.zonal.arithmetic.Ball;
import dev.zonal.spectrum.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The conclusion of a proof of decay: Corollary 12.11 and Theorem 13.3 (docs/theory.md). */
final class DecayClaims {
  private final Evidence evidence;
  private final Constants constants;
  private final Findings findings;

  DecayClaims(Evidence evidence, Constants constants, Findings findings) {
    this.evidence = evidence;
    this.constants = constants;
    this.findings = findings;
  }

  void check() {
    boolean isLaw = false;
    for (Parity parity : Parity.values()) {
      Optional<Tail> tail = evidence.tail(parity);
      if (tail.isPresent()) {
        isLaw = true;
        check(tail.get());
      } else {
        findings.require(
            evidence.zerosFrom(parity).isPresent(), Hypothesis.TAIL_MISSING, parity + " k");
      }
    }
    findings.require(isLaw, Hypothesis.TAIL_MISSING, "there is no law");
    constants.checkNoOthers();
  }

  private void check(Tail tail) {
    String where = tail.parity() + " k";
    if (!findings.require(DecayLaw.reaches(tail), Hypothesis.DECAY_START, where)
        | !evidence.requireRows(tail.parity(), 1, tail.from(), findings)) {
      return;
    }
    DecayLaw law = new DecayLaw(tail);
    if (!findings.require(
        law.remainder().certainlyLess(Ball.exact(1)), Hypothesis.DECAY_REMAINDER, where)) {
      return;
    }
    constants.check("constant." + tail.parity(), Range.of(tail.constant()));
    constants.checkBound("remainder." + tail.parity(), law.remainderConstant());
    List<Range> least = new ArrayList<>(List.of(law.infimum()));
    List<Range> most = new ArrayList<>(List.of(law.supremum()));
    for (long k = tail.parity().firstFrom(1); k < tail.from(); k += 2) {
      Ball power = OVER.power(OVER.of(BigFraction.of(k)), tail.decayExponent());
      Range scaled = Range.of(OVER.multiply(power, evidence.rows().get(k)));
      least.add(scaled);
      most.add(scaled);
    }
    constants.check("c1." + tail.parity(), Range.infimum(least));
    constants.check("c2." + tail.parity(), Range.supremum(most));
  }
}
