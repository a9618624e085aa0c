package dev.zonal.verifier.family;

import dev.zonal.context.Context;
import dev.zonal.kernel.layer.SeriesSteps;
import dev.zonal.kernel.specification.ParameterFamily;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Claims.OfInduction;
import dev.zonal.verifier.document.Claims.OfLine;
import dev.zonal.verifier.document.Finding.Verdict;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import java.util.ArrayList;
import java.util.List;

/** The claims about the members of a family of which certain weights are zero and no others. */
final class CaseClaims {
  private final ParameterFamily family;
  private final Claims.OfCase claim;
  private final Findings findings;
  private final String where;
  private final Expressions expressions = new Expressions();
  private final SeriesSteps<Integer> layers;
  private final List<Integer> series = new ArrayList<>();
  private final List<Presence> known = new ArrayList<>();

  CaseClaims(
      ParameterFamily family, ParameterFamily.Case part, Claims.OfCase claim, Findings findings) {
    this.family = family;
    this.claim = claim;
    this.findings = findings;
    this.where = family + (claim.zero().isEmpty() ? "" : ", zero: " + claim.zero());
    this.layers = part.kernel().recursion().series(expressions);
  }

  void check() {
    boolean follow = true;
    for (OfLine line : claim.lines()) {
      follow = follow && follows(line);
    }
    if (follow && coversEveryDepth()) {
      List<Integer> state = layers.first();
      int last = claim.induction().map(OfInduction::from).orElse(0);
      last = claim.depths().isEmpty() ? last : Math.max(last, claim.depths().lastKey());
      for (int l = 0; l <= last; l++) {
        Context.checkpoint();
        checkDepth(l, state);
        state = layers.next(l + 1, state);
      }
    }
  }

  /** Notes what a line is and what is known of it, if its rule says so. */
  private boolean follows(OfLine line) {
    List<Integer> operands = line.operands();
    Presence claimed = new Presence(line.even(), line.odd());
    boolean ofLines =
        switch (line.operation()) {
          case "zero", "power", "even", "odd", "state" -> false;
          default -> true;
        };
    List<Presence> of = ofLines ? operands.stream().map(n -> known.get(n - 1)).toList() : List.of();
    Presence found =
        switch (line.operation()) {
          case "zero" -> new Presence(0, 0);
          case "power" -> Presence.power(operands.get(0));
          case "even" -> new Presence(Presence.INFINITE, 0);
          case "odd" -> new Presence(0, Presence.INFINITE);
          case "sum" -> of.get(0).sum(of.get(1));
          case "product" -> of.get(0).product(of.get(1));
          case "derivative" -> of.get(0).derivative();
          case "composition" -> of.get(0).of(of.get(1));
          default -> claimed;
        };
    List<Integer> parts =
        ofLines ? operands.stream().map(n -> series.get(n - 1)).toList() : operands;
    series.add(expressions.of(line.operation(), parts));
    known.add(found);
    int number = known.size();
    boolean holds =
        found.equals(claimed)
            && line.rule().equals(rule(line.operation(), of))
            && (!line.operation().equals("state") || isAssumption(number, operands.get(0)));
    Verdict verdict = holds ? Verdict.VERIFIED : Verdict.REFUTED;
    return findings.note(verdict, Hypothesis.FAMILY_RULE, where + ", line " + number);
  }

  /** The part of Lemma 27.1 for an operation; of a composition by what is known of the inner. */
  static String rule(String operation, List<Presence> of) {
    return switch (operation) {
      case "zero", "power" -> operation;
      case "even", "odd" -> "series";
      case "sum" -> "union";
      case "product" -> "sums";
      case "derivative" -> "lowered";
      case "composition" -> {
        boolean even = of.get(1).even() > 0;
        boolean odd = of.get(1).odd() > 0;
        yield even && odd
            ? "mixed-inner"
            : odd ? "odd-inner" : even ? "even-inner" : "unknown-inner";
      }
      default -> "assumed";
    };
  }

  /** Something is assumed in one line only, of each series of the state of which it is said. */
  private boolean isAssumption(int line, int place) {
    List<Integer> assumed = claim.induction().map(OfInduction::assumed).orElse(List.of());
    return place <= assumed.size() && assumed.get(place - 1) == line;
  }

  private boolean coversEveryDepth() {
    boolean covers = claim.induction().isPresent() || family.greatest().isPresent();
    int last = family.greatest().orElse(Integer.MAX_VALUE);
    if (claim.induction().isPresent()) {
      last = Math.min(last, claim.induction().get().from() - 1);
    }
    for (int depth = family.least(); covers && depth <= last; depth++) {
      covers = claim.depths().containsKey(depth);
    }
    return findings.require(covers, Hypothesis.FAMILY_DEPTHS, where);
  }

  private void checkDepth(int depth, List<Integer> state) {
    Integer kernel = claim.depths().get(depth);
    if (kernel != null) {
      checkKernel(kernel, layers.kernel(state), "L = " + depth);
    }
    claim.induction().filter(i -> i.from() == depth).ifPresent(i -> check(i, state));
  }

  private void checkKernel(int line, Integer kernel, String of) {
    checkSeries(line, kernel, of);
    findings.require(known.get(line - 1).isInfinite(), Hypothesis.FAMILY_PARITY, where + ", " + of);
  }

  private void checkSeries(int line, Integer wanted, String of) {
    Verdict verdict = series.get(line - 1).equals(wanted) ? Verdict.VERIFIED : Verdict.REFUTED;
    findings.note(verdict, Hypothesis.FAMILY_EXPRESSION, where + ", " + of + ", line " + line);
  }

  private void check(OfInduction induction, List<Integer> state) {
    String of = "L >= " + induction.from();
    List<Integer> given = new ArrayList<>();
    for (int place = 1; place <= state.size(); place++) {
      given.add(expressions.of("state", List.of(place)));
    }
    List<Integer> next = layers.next(induction.from() + 1, given);
    boolean fits =
        List.of(induction.state(), induction.assumed(), induction.next()).stream()
            .allMatch(lines -> lines.size() == state.size());
    if (!findings.note(
        fits ? Verdict.VERIFIED : Verdict.REFUTED,
        Hypothesis.FAMILY_EXPRESSION,
        where + ", " + of)) {
      return;
    }
    for (int i = 0; i < state.size(); i++) {
      checkSeries(induction.state().get(i), state.get(i), of);
      checkSeries(induction.assumed().get(i), given.get(i), of);
      checkSeries(induction.next().get(i), next.get(i), of);
      Presence assumed = known.get(induction.assumed().get(i) - 1);
      boolean passes =
          known.get(induction.state().get(i) - 1).equals(assumed)
              && known.get(induction.next().get(i) - 1).covers(assumed);
      findings.require(passes, Hypothesis.FAMILY_INDUCTION, where + ", " + of);
    }
    checkKernel(induction.kernel(), layers.kernel(given), of);
  }
}
