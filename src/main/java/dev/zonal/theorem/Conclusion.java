package dev.zonal.theorem;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.DecayLaw;
import dev.zonal.theorem.law.QuotientTail;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What follows from the numbers of a certificate, taken to be true: the inequalities of
 * docs/theory.md, section 13, evaluated in ball arithmetic.
 *
 * @param gap why the statement does not follow; empty if it does
 * @param constants of the statement, by name
 */
record Conclusion(Optional<String> gap, SortedMap<String, Ball> constants) {

  static Conclusion of(Certificate.Kind kind, int dimension, List<Evidence> evidence) {
    Builder builder = new Builder(dimension);
    switch (kind) {
      case POSITIVITY -> builder.positivity(evidence.get(0));
      case SEMIDEFINITE -> builder.semidefinite(evidence.get(0));
      case DECAY -> builder.decay(evidence.get(0));
      case EQUIVALENCE -> builder.equivalence(evidence.get(0), evidence.get(1));
    }
    return new Conclusion(builder.gap, builder.constants);
  }

  /** Collects constants until a gap shows. */
  private static final class Builder {
    private final int dimension;
    private final SortedMap<String, Ball> constants = new TreeMap<>();
    private Optional<String> gap = Optional.empty();

    Builder(int dimension) {
      this.dimension = dimension;
    }

    private void missing(String what) {
      if (gap.isEmpty()) {
        gap = Optional.of(what);
      }
    }

    void positivity(Evidence evidence) {
      requireSign(evidence, false);
      tellSign(evidence);
    }

    void semidefinite(Evidence evidence) {
      requireSign(evidence, true);
      tellSign(evidence);
    }

    /** Theorems 13.1 and, with zeros, 13.1a. */
    private void requireSign(Evidence evidence, boolean zerosAllowed) {
      for (Interval interval : evidence.enclosures().values()) {
        if (interval.sign() <= 0 && !(zerosAllowed && interval.isZero())) {
          missing("an enclosure is not positive");
        }
      }
      boolean hasTails = !evidence.tails().isEmpty() || !evidence.expansions().isEmpty();
      if (evidence.kernel().isMixtureOfGaussians() && !hasTails) {
        return;
      }
      for (Parity parity : Parity.values()) {
        OptionalLong zeros =
            zerosAllowed ? evidence.zerosFrom(parity, dimension) : OptionalLong.empty();
        Optional<UniformExpansion> tail = evidence.expansion(parity, dimension);
        if (zeros.isPresent()) {
          requireRows(evidence, parity, 0, zeros.getAsLong());
        } else if (tail.isPresent() && tail.get().sign() > 0) {
          requireRows(evidence, parity, 0, tail.get().from());
        } else {
          missing("the tail of the " + parity + " eigenvalues is not proved positive");
        }
      }
    }

    private void tellSign(Evidence evidence) {
      List<Extremum.Candidate> least = new ArrayList<>();
      evidence
          .enclosures()
          .forEach(
              (k, interval) -> {
                if (!interval.isZero()) {
                  least.add(Extremum.Candidate.at(k, interval.ball()));
                }
              });
      if (!least.isEmpty()) {
        constants.put("least", Extremum.of(Extremum.Side.INFIMUM, least).value());
      }
      for (Parity parity : Parity.values()) {
        evidence
            .expansion(parity, dimension)
            .ifPresent(
                tail ->
                    constants.put("relativeDistance." + parity, fromZero(tail.relativeDistance())));
      }
    }

    void decay(Evidence evidence) {
      for (Parity parity : Parity.values()) {
        Optional<UniformExpansion> expansion = evidence.expansion(parity, dimension);
        if (expansion.isEmpty() && evidence.zerosFrom(parity, dimension).isPresent()) {
          continue;
        }
        if (expansion.isEmpty() || !DecayLaw.isApplicable(expansion.get())) {
          missing("there is no uniform tail of the " + parity + " eigenvalues");
          return;
        }
        DecayLaw decay = DecayLaw.of(expansion.get());
        if (!decay.remainder().certainlyLess(Ball.exact(1))) {
          missing("the remainder of the " + parity + " eigenvalues is too large");
          return;
        }
        requireRows(evidence, parity, 1, decay.from());
        SortedMap<Long, Ball> rows = new TreeMap<>();
        evidence
            .enclosures()
            .forEach(
                (k, interval) -> {
                  if (k >= 1 && k < decay.from() && Parity.of(k) == parity) {
                    rows.put(k, interval.ball());
                  }
                });
        Decay.PowerLaw law = Decay.PowerLaw.of(decay, rows, Optional.empty());
        constants.put("constant." + parity, decay.constant());
        constants.put("remainder." + parity, fromZero(decay.remainderConstant()));
        constants.put("c1." + parity, law.least().value());
        constants.put("c2." + parity, law.greatest().value());
      }
      if (constants.isEmpty()) {
        missing("there is no power law");
      }
    }

    void equivalence(Evidence one, Evidence two) {
      requireSign(one, true);
      requireSign(two, true);
      if (gap.isPresent()) {
        return;
      }
      if (one.kernel().normalForm().equals(two.kernel().normalForm())) {
        constants.put("infimum", Ball.exact(1));
        constants.put("supremum", Ball.exact(1));
        return;
      }
      List<QuotientTail> tails = new ArrayList<>();
      SortedMap<Long, Ball> quotients = quotients(one, two);
      for (Parity parity : Parity.values()) {
        OptionalLong zeros = one.zerosFrom(parity, dimension);
        OptionalLong others = two.zerosFrom(parity, dimension);
        if (zeros.isPresent() && others.isPresent()) {
          long from = Math.max(zeros.getAsLong(), others.getAsLong());
          requireRows(one, parity, 0, from);
          requireRows(two, parity, 0, from);
          continue;
        }
        Optional<UniformExpansion> first = one.expansion(parity, dimension);
        Optional<UniformExpansion> second = two.expansion(parity, dimension);
        if (first.isEmpty()
            || second.isEmpty()
            || first.get().from() != second.get().from()
            || !first.get().decayExponent().equals(second.get().decayExponent())) {
          missing("the tails of the " + parity + " eigenvalues do not match");
          return;
        }
        Optional<QuotientTail> tail = QuotientTail.of(first.get(), second.get());
        if (tail.isEmpty()) {
          missing("the tails of the " + parity + " eigenvalues are too wide");
          return;
        }
        tails.add(tail.get());
        constants.put("limit." + parity, tail.get().limit());
        requireRows(one, parity, 0, tail.get().from());
        requireRows(two, parity, 0, tail.get().from());
      }
      if (gap.isEmpty()) {
        for (Extremum.Side side : Extremum.Side.values()) {
          String name = side.name().toLowerCase(Locale.ROOT);
          constants.put(name, Equivalence.extremum(side, tails, quotients).value());
        }
      }
    }

    private SortedMap<Long, Ball> quotients(Evidence one, Evidence two) {
      SortedMap<Long, Ball> quotients = new TreeMap<>();
      one.enclosures()
          .forEach(
              (k, first) -> {
                Interval second = two.enclosures().get(k);
                if (second == null || first.isZero() != second.isZero()) {
                  missing("there is no quotient at k = " + k);
                } else if (!first.isZero()) {
                  Optional<Ball> quotient = Equivalence.quotient(first.ball(), second.ball());
                  quotient.ifPresentOrElse(
                      q -> quotients.put(k, q),
                      () -> missing("the quotient at k = " + k + " is not positive"));
                }
              });
      return quotients;
    }

    private void requireRows(Evidence evidence, Parity parity, long from, long to) {
      for (long k = parity.firstFrom(from); k < to; k += 2) {
        if (!evidence.enclosures().containsKey(k)) {
          missing("there is no enclosure of the eigenvalue at k = " + k);
          return;
        }
      }
    }

    private static Ball fromZero(Ball bound) {
      return Ball.hull(Ball.exact(0), bound);
    }
  }
}
