package dev.zonal.report.proof;

import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.dimension.AllDimensions;
import dev.zonal.theorem.dimension.Counterexample;
import dev.zonal.theorem.law.SeriesDegrees;
import dev.zonal.theorem.law.Verdict;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What came of an attempt to prove a statement about the spheres of all dimensions at once. */
public final class AllDimensionsReport {
  /** The spheres, as people write them. */
  static final String SPHERES = "S^(d-1) in R^d for every d >= 2";

  private AllDimensionsReport() {}

  public static Document of(AllDimensions result) {
    Page page =
        new Page()
            .field(
                "statement",
                result.zerosAllowed()
                    ? "eta_k >= 0 for all k >= 0, in every dimension: positive semidefinite"
                    : "eta_k > 0 for all k >= 0, in every dimension: strictly positive definite")
            .field("kernel", result.kernel())
            .field("sphere", SPHERES);
    boolean isWeaker = !result.zerosAllowed() && result.verdict() == Verdict.REFUTED;
    if (isWeaker) {
      page.field(
              "verdict", "strictly: refuted; semidefinite: " + Words.of(result.weaker().verdict()))
          .field("strictly", result.reason());
    } else {
      String reason = result.reason().isEmpty() ? "" : ": " + result.reason();
      page.field("verdict", Words.of(result.verdict()) + reason);
    }
    result.degrees().ifPresent(degrees -> describe(page, degrees));
    if (result.degrees().isEmpty() && result.counterexample().isPresent()) {
      page.space()
          .note("A coefficient of the kernel as a power series in u is negative: it is positive")
          .note("semidefinite on no sphere of large dimension (docs/theory.md, Theorem 17.4a).");
    }
    return Document.of(
        page, Envelope.of("alldimensions", 1, results(result)).kernel(result.kernel()));
  }

  private static void describe(Page page, SeriesDegrees degrees) {
    page.field("zeros", zeros(degrees.vanishing()))
        .space()
        .note("The kernel is a power series in u without negative coefficients: eta_k > 0 if a")
        .note("coefficient of u^n is positive for an n >= k of the parity of k, and eta_k = 0")
        .note("otherwise, in every dimension (Schoenberg; docs/theory.md, Theorem 17.4a).");
    for (Parity parity : Parity.values()) {
      page.note("Positive coefficients of " + parity + " powers: " + inWords(degrees.of(parity)));
    }
  }

  private static String inWords(long degree) {
    if (degree == SeriesDegrees.INFINITE) {
      return "infinitely many.";
    }
    return degree == SeriesDegrees.NONE ? "none." : "the last is that of u^" + degree + ".";
  }

  private static String zeros(SortedMap<Parity, Long> vanishing) {
    if (vanishing.values().stream().filter(k -> k < 2).count() == 2) {
      return "every eigenvalue: the Hilbert space is {0}";
    }
    return vanishing.isEmpty()
        ? "none"
        : vanishing.entrySet().stream()
            .map(parity -> "every " + parity.getKey() + " k from " + parity.getValue() + " on")
            .collect(Collectors.joining(", "));
  }

  private static Fields results(AllDimensions result) {
    Fields results =
        new Fields()
            .with("statement", name(result))
            .with("verdict", Words.of(result.verdict()))
            .with("reason", result.reason())
            .with("semidefinite", Words.of(result.weaker().verdict()));
    result
        .degrees()
        .ifPresent(
            degrees -> results.with("series", series(degrees)).with("zeros", vanishing(degrees)));
    result
        .counterexample()
        .ifPresent(
            found ->
                results.with("counterexample", fields(found).with("sign", Words.of(found.kind()))));
    return results;
  }

  static String name(AllDimensions result) {
    return result.zerosAllowed() ? "semidefinite" : "positivity";
  }

  static Fields series(SeriesDegrees degrees) {
    Fields fields = new Fields();
    for (Parity parity : Parity.values()) {
      long degree = degrees.of(parity);
      String text = degree == SeriesDegrees.NONE ? "none" : Long.toString(degree);
      fields.with(parity.toString(), degree == SeriesDegrees.INFINITE ? "infinite" : text);
    }
    return fields;
  }

  static Fields vanishing(SeriesDegrees degrees) {
    return SemidefiniteReport.zeros(Set.of(), degrees.vanishing());
  }

  static Fields fields(Counterexample found) {
    return new Fields()
        .with("k", Long.toString(found.k()))
        .with("dimension", found.dimension().toString());
  }
}
