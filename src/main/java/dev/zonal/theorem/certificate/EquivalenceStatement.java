package dev.zonal.theorem.certificate;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.law.QuotientTail;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That two kernels have the same Hilbert space with equivalent norms (docs/theory.md, Theorem
 * 13.2).
 */
public record EquivalenceStatement() implements Statement {
  @Override
  public String name() {
    return "equivalence";
  }

  @Override
  public void conclude(List<Evidence> evidence, Conclusion conclusion) {
    Evidence one = evidence.get(0);
    Evidence two = evidence.get(1);
    int dimension = conclusion.dimension();
    SortedMap<String, Ball> constants = conclusion.constants();
    conclusion.requireSign(one, true);
    conclusion.requireSign(two, true);
    if (conclusion.gap().isPresent()) {
      return;
    }
    if (Equivalence.areTheSame(one.kernel(), two.kernel())) {
      constants.put("infimum", Ball.exact(1));
      constants.put("supremum", Ball.exact(1));
      return;
    }
    List<QuotientTail> tails = new ArrayList<>();
    SortedMap<Long, Ball> quotients = quotients(one, two, conclusion);
    for (Parity parity : Parity.values()) {
      OptionalLong zeros = one.zerosFrom(parity, dimension);
      OptionalLong others = two.zerosFrom(parity, dimension);
      if (zeros.isPresent() && others.isPresent()) {
        long from = Math.max(zeros.getAsLong(), others.getAsLong());
        conclusion.requireRows(one, parity, 0, from);
        continue;
      }
      Optional<UniformExpansion> first = one.expansion(parity, dimension);
      Optional<UniformExpansion> second = two.expansion(parity, dimension);
      if (first.isEmpty()
          || second.isEmpty()
          || first.get().from() != second.get().from()
          || !first.get().decayExponent().equals(second.get().decayExponent())) {
        conclusion.missing("the tails of the " + parity + " eigenvalues do not match");
        return;
      }
      Optional<QuotientTail> tail = QuotientTail.of(first.get(), second.get());
      if (tail.isEmpty()) {
        conclusion.missing("the tails of the " + parity + " eigenvalues are too wide");
        return;
      }
      tails.add(tail.get());
      constants.put("limit." + parity, tail.get().limit());
      conclusion.requireRows(one, parity, 0, tail.get().from());
    }
    if (conclusion.gap().isEmpty()) {
      for (Extremum.Side side : Extremum.Side.values()) {
        String name = side.name().toLowerCase(Locale.ROOT);
        constants.put(name, Equivalence.extremum(side, tails, quotients).value());
      }
    }
  }

  /** Of all rows of the first kernel, each of which the second must have as well. */
  private static SortedMap<Long, Ball> quotients(
      Evidence one, Evidence two, Conclusion conclusion) {
    SortedMap<Long, Ball> quotients = new TreeMap<>();
    one.enclosures()
        .forEach(
            (k, first) -> {
              Interval second = two.enclosures().get(k);
              if (second == null || first.isZero() != second.isZero()) {
                conclusion.missing("there is no quotient at k = " + k);
              } else if (!first.isZero()) {
                Optional<Ball> quotient = Equivalence.quotient(first.ball(), second.ball());
                quotient.ifPresentOrElse(
                    q -> quotients.put(k, q),
                    () -> conclusion.missing("the quotient at k = " + k + " is not positive"));
              }
            });
    return quotients;
  }

  @Override
  public Optional<Refutation> refute(int dimension, List<Evidence> evidence) {
    Evidence one = evidence.get(0);
    Evidence two = evidence.get(1);
    Optional<Refutation> negative =
        Refutation.ofSign(dimension, one).or(() -> Refutation.ofSign(dimension, two));
    if (negative.isPresent()) {
      return negative;
    }
    for (Map.Entry<Long, Interval> row : one.enclosures().entrySet()) {
      Interval first = row.getValue();
      Interval second = two.enclosures().get(row.getKey());
      if (second != null
          && (first.isZero() && second.sign() != 0 || second.isZero() && first.sign() != 0)) {
        return Optional.of(Refutation.ZERO);
      }
    }
    if (Equivalence.haveUnlikeRates(one.kernel(), two.kernel())) {
      return Optional.of(Refutation.RATE);
    }
    for (Parity parity : Parity.values()) {
      Optional<UniformExpansion> first = one.expansion(parity, dimension);
      Optional<UniformExpansion> second = two.expansion(parity, dimension);
      if (first.isPresent() && second.isPresent() && decayDifferently(first.get(), second.get())) {
        return Optional.of(Refutation.EXPONENT);
      }
      boolean isLaw = first.isPresent() || second.isPresent();
      Evidence other = first.isPresent() ? two : one;
      if (isLaw && Refutation.isSmooth(dimension, other)) {
        return Optional.of(Refutation.SMOOTH);
      }
    }
    return Optional.empty();
  }

  private static boolean decayDifferently(UniformExpansion one, UniformExpansion two) {
    boolean mayVanish = one.leading().containsZero() || two.leading().containsZero();
    return !mayVanish && !one.decayExponent().equals(two.decayExponent());
  }
}
