package dev.zonal.paper.published;

import dev.zonal.paper.Bench;
import dev.zonal.paper.Comparison;
import dev.zonal.text.ScientificNotation;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.law.Verdict;
import java.util.stream.Collectors;

/** Kernels with one reproducing kernel Hilbert space. */
final class Spaces {
  private static final int DIGITS = 6;

  private Spaces() {}

  /** Whether two kernels have one space, with the best constants. */
  static Comparison same(Bench bench, String one, String other, int dimension) {
    Outcome<Equivalence.Proof> outcome = outcome(bench, one, other, dimension);
    String quantity =
        "$\\eta_k$ of `%s` over that of `%s`, $d = %d$".formatted(one, other, dimension);
    String claimed = "bounded from both sides";
    return switch (outcome.verdict()) {
      case PROVEN -> Comparison.of(quantity, claimed, range(outcome.proof().orElseThrow()), true);
      case REFUTED -> Comparison.of(quantity, claimed, outcome.reason(), false);
      case UNDECIDED -> Comparison.open(quantity, claimed, outcome.reason());
    };
  }

  static Outcome<Equivalence.Proof> outcome(Bench bench, String one, String other, int dimension) {
    return Equivalence.prove(
        bench.spectrum(one, dimension), bench.spectrum(other, dimension), bench.context().silent());
  }

  /** Whether two kernels do not have one space. */
  static Comparison different(Bench bench, String one, String other, int dimension) {
    Outcome<Equivalence.Proof> outcome = outcome(bench, one, other, dimension);
    String quantity = "`%s` and `%s`, $d = %d$".formatted(one, other, dimension);
    String claimed = "different spaces";
    return outcome.verdict() == Verdict.UNDECIDED
        ? Comparison.open(quantity, claimed, outcome.reason())
        : Comparison.of(
            quantity,
            claimed,
            outcome.verdict() == Verdict.REFUTED ? outcome.reason() : "one space",
            outcome.verdict() == Verdict.REFUTED);
  }

  private static String range(Equivalence.Proof proof) {
    return "from %s (%s) to %s (%s)"
        .formatted(
            number(proof.infimum()),
            places(proof.infimum()),
            number(proof.supremum()),
            places(proof.supremum()));
  }

  private static String number(Extremum extremum) {
    return extremum
        .value()
        .decimal(DIGITS)
        .map(x -> ScientificNotation.of(x, DIGITS))
        .orElseGet(() -> Comparison.range(extremum.value()));
  }

  private static String places(Extremum extremum) {
    return extremum.places().stream().map(Spaces::place).collect(Collectors.joining(" or "));
  }

  private static String place(Extremum.Place place) {
    if (place instanceof Extremum.AtFrequency at) {
      return "k = " + at.k();
    }
    if (place instanceof Extremum.Limit limit) {
      return "limit of " + limit.parity() + " k";
    }
    return place instanceof Extremum.Tail tail
        ? "%s k from %d on".formatted(tail.parity(), tail.from())
        : "every k";
  }
}
