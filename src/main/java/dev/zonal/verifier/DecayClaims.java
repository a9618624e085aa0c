package dev.zonal.verifier;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Constants;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval.Known;
import dev.zonal.verifier.geometric.GeometricTail;
import dev.zonal.verifier.tail.DecayLaw;
import dev.zonal.verifier.tail.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conclusion of a proof of decay: Corollary 12.11 and Theorem 13.3, or Theorem 17.8
 * (docs/theory.md).
 */
record DecayClaims(Evidence evidence, Constants constants, Findings findings) {
  void check() {
    for (Parity parity : Parity.values()) {
      Optional<Tail> tail = evidence.tail(parity);
      tail.ifPresent(this::check);
      Optional<GeometricTail> law = Optional.ofNullable(evidence.geometric().get(parity));
      law.ifPresent(this::check);
      boolean isZero = evidence.facts().zerosFrom(parity).isPresent();
      boolean isTold = tail.isPresent() || law.isPresent() || isZero;
      findings.require(isTold, Hypothesis.TAIL_MISSING, parity + " k");
    }
    boolean isLaw = !evidence.tails().isEmpty() || !evidence.geometric().isEmpty();
    findings.require(isLaw, Hypothesis.TAIL_MISSING, "there is no law");
    constants.checkNoOthers();
  }

  private void check(GeometricTail law) {
    if (!evidence.requireRows(law.parity(), 1, law.from(), findings)) {
      return;
    }
    constants.check("constant." + law.parity(), law.constant());
    constants.check("rate." + law.parity(), law.rate());
    List<Known> least = new ArrayList<>(List.of(law.infimum()));
    List<Known> most = new ArrayList<>(List.of(law.supremum()));
    for (long k = law.parity().firstFrom(1); k < law.from(); k += 2) {
      Known scaled = law.scaled(k, evidence.rows().get(k));
      least.add(scaled);
      most.add(scaled);
    }
    checkEnds(law.parity(), least, most);
  }

  private void checkEnds(Parity parity, List<Known> least, List<Known> most) {
    constants.check("c1." + parity, Known.infimum(least));
    constants.check("c2." + parity, Known.supremum(most));
  }

  private void check(Tail tail) {
    String where = tail.parity() + " k";
    boolean reaches = findings.require(DecayLaw.reaches(tail), Hypothesis.DECAY_START, where);
    boolean hasRows = evidence.requireRows(tail.parity(), 1, tail.from(), findings);
    if (!reaches || !hasRows) {
      return;
    }
    DecayLaw law = new DecayLaw(tail);
    boolean isSmall = law.remainder().certainlyLess(Balls.ONE);
    if (!findings.require(isSmall, Hypothesis.DECAY_REMAINDER, where)) {
      return;
    }
    constants.check("constant." + tail.parity(), tail.constant());
    // The bound serves from 0 on.
    constants.check("remainder." + tail.parity(), Ball.hull(Balls.ZERO, law.remainderConstant()));
    List<Known> least = new ArrayList<>(List.of(law.infimum()));
    List<Known> most = new ArrayList<>(List.of(law.supremum()));
    for (long k = tail.parity().firstFrom(1); k < tail.from(); k += 2) {
      Ball power = Balls.power(Balls.of(Rational.of(k)), tail.decayExponent());
      Known scaled = Known.in(Balls.product(power, evidence.rows().get(k)));
      least.add(scaled);
      most.add(scaled);
    }
    checkEnds(tail.parity(), least, most);
  }
}
