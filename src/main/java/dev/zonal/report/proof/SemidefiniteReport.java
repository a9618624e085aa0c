package dev.zonal.report.proof;

import dev.zonal.kernel.Kernel;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Findings;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.law.SeriesDegrees;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of an attempt to prove that no eigenvalue is negative. */
public final class SemidefiniteReport {
  private SemidefiniteReport() {}

  public static Document of(Spectrum spectrum, Outcome<Semidefinite.Proof> result) {
    Page page =
        Statement.page("eta_k >= 0 for all k >= 0: positive semidefinite", spectrum)
            .field("verdict", Statement.verdict(result));
    result.proof().ifPresent(proof -> describeProof(page, proof));
    return Statement.document(page, spectrum, results(result));
  }

  private static void describeProof(Page page, Semidefinite.Proof proof) {
    Findings found = proof.found();
    page.field("zeros", describeZeros(proof)).space();
    for (UniformExpansion tail : found.tails()) {
      page.note(
              "From k0 = %s on, k %s, by a uniform tail: eta_k > 0, and"
                  .formatted(tail.from(), tail.parity()))
          .note(
              "    eta_k = c Lambda_k(%s) (1 + x_k),  |x_k| <= %s < 1,"
                  .formatted(
                      tail.terms().get(0).exponent(), Statement.atMost(tail.relativeDistance())))
          .note("    c = " + Statement.shown(tail.terms().get(0).coefficient()) + ".");
    }
    Kernel kernel = found.spectrum().kernel();
    if (found.tails().isEmpty() && proof.vanishing().isEmpty()) {
      PositivityReport.whyPositive(kernel).forEach(page::note);
    } else if (found.tails().isEmpty() && isPositiveElsewhere(kernel)) {
      page.note(
              "The kernel is a power series in u without negative coefficients, infinitely many of")
          .note("them positive beside the zeros: no other eigenvalue is zero in any dimension")
          .note("(docs/theory.md, " + PositivityReport.theorem(kernel) + ").");
    }
    String enclosed = "Enclosed: " + found.table().size() + " eigenvalues";
    if (found.smallestNotZero().isPresent()) {
      page.note(enclosed + "; the least that is not zero is")
          .note("    " + Statement.eigenvalue(found.smallestNotZero().get()) + ".");
    } else {
      page.note(enclosed + ".");
    }
  }

  /** Which eigenvalues are exactly zero, in words. */
  static String describeZeros(Semidefinite.Proof proof) {
    if (isZero(proof)) {
      return "every eigenvalue: the Hilbert space is {0}";
    }
    Stream<String> single = proof.found().zeros().stream().map(k -> "k = " + k);
    Stream<String> families =
        proof.vanishing().entrySet().stream()
            .map(parity -> "every " + parity.getKey() + " k from " + parity.getValue() + " on");
    String all = Stream.concat(single, families).collect(Collectors.joining(", "));
    return all.isEmpty() ? "none" : all;
  }

  private static boolean isPositiveElsewhere(Kernel kernel) {
    return Stream.of(Parity.values()).anyMatch(p -> SeriesDegrees.makePositive(kernel, p));
  }

  private static boolean isZero(Semidefinite.Proof proof) {
    return proof.vanishing().size() == Parity.values().length
        && proof.found().smallestNotZero().isEmpty();
  }

  private static Fields results(Outcome<Semidefinite.Proof> result) {
    Fields results = Statement.results("semidefinite", result);
    result.proof().ifPresent(proof -> results.with("zeros", zeros(proof)));
    List<UniformExpansion> tails =
        result.findings().stream().flatMap(found -> found.tails().stream()).toList();
    results.with("tails", new Rows<>(tails, SemidefiniteReport::fields));
    result.findings().stream()
        .flatMap(found -> found.smallestNotZero().stream())
        .forEach(least -> results.with("smallest", Statement.fields(least)));
    return results;
  }

  /** The fields of a statement that is weaker than the one that was asked for. */
  static Fields weaker(Outcome<Semidefinite.Proof> result) {
    Fields fields = Statement.addVerdict(new Fields(), result);
    result.proof().ifPresent(proof -> fields.with("zeros", zeros(proof)));
    return fields;
  }

  private static Fields fields(UniformExpansion tail) {
    return new Fields()
        .with("parity", tail.parity().toString())
        .with("from", Long.toString(tail.from()))
        .with("exponent", tail.terms().get(0).exponent().toString())
        .with("leading", tail.terms().get(0).coefficient())
        .with("relativeDistance", Statement.atMost(tail.relativeDistance()));
  }

  private static Fields zeros(Semidefinite.Proof proof) {
    return zeros(proof.found().zeros(), proof.vanishing());
  }

  /** The frequencies at which eigenvalues vanish, and those from which a parity does. */
  static Fields zeros(Set<Long> frequencies, Map<Parity, Long> vanishing) {
    Fields from = new Fields();
    vanishing.forEach((parity, k) -> from.with(parity.toString(), Long.toString(k)));
    return new Fields()
        .with("frequencies", Rows.of(frequencies.stream().map(k -> Long.toString(k)).toList()))
        .with("from", from);
  }
}
