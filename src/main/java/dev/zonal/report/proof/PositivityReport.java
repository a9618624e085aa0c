package dev.zonal.report.proof;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.theorem.Findings;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import java.util.List;
import java.util.Optional;

/** What came of an attempt to prove that all eigenvalues are positive. */
public final class PositivityReport {
  private PositivityReport() {}

  /**
   * The report.
   *
   * @param weaker what came of the weaker statement, where this one is refuted
   */
  public static Document of(
      Spectrum spectrum,
      Outcome<Positivity.Proof> result,
      Optional<Outcome<Semidefinite.Proof>> weaker) {
    Page page = Statement.page("eta_k > 0 for all k >= 0: strictly positive definite", spectrum);
    if (weaker.isPresent()) {
      describeBoth(page, result, weaker.get());
    } else {
      page.field("verdict", Statement.verdict(result));
    }
    result.proof().ifPresent(proof -> describeProof(page, proof.found()));
    return Statement.document(page, spectrum, results(result, weaker));
  }

  /** The strict statement is refuted; the weaker one may be proven. */
  private static void describeBoth(
      Page page, Outcome<Positivity.Proof> result, Outcome<Semidefinite.Proof> weaker) {
    page.field("verdict", "strictly: refuted; semidefinite: " + Words.of(weaker.verdict()))
        .field("strictly", result.reason());
    weaker
        .proof()
        .ifPresentOrElse(
            proof -> page.field("zeros", SemidefiniteReport.describeZeros(proof)),
            () -> page.field("semidefinite", weaker.reason()));
  }

  private static void describeProof(Page page, Findings found) {
    page.space();
    for (UniformTail tail : found.uniformTails()) {
      String comparison = "c Lambda_k(" + tail.exponent() + ")";
      page.note("From k0 = " + tail.from() + " on, k " + tail.parity() + ", by the tail theorem:")
          .note(
              "    eta_k = %s (1 + x_k),  |x_k| <= %s < 1,"
                  .formatted(comparison, Statement.atMost(tail.relativeDistance())))
          .note("    c = " + Statement.shown(tail.leading()) + ", where " + comparison + " > 0.");
    }
    boolean bySeries = found.tails().isEmpty();
    if (bySeries) {
      whyPositive(found.spectrum().kernel()).forEach(page::note);
    }
    if (found.smallest().isPresent()) {
      String which = bySeries ? "first eigenvalues" : "eigenvalues below";
      page.note("The %s %s were enclosed; the least is".formatted(found.table().size(), which))
          .note("    " + Statement.eigenvalue(found.smallest().get()) + ".");
    }
  }

  /** Why all eigenvalues are positive without a tail. */
  static List<String> whyPositive(Kernel kernel) {
    if (kernel.structure() instanceof Structure.Spectral) {
      return List.of(
          "The kernel is given by its eigenvalues, which are positive as they are written.");
    }
    return kernel.isMixtureOfGaussians()
        ? List.of(
            "The kernel is a mixture of Gaussians exp(-v r^2) with weights that are not negative,",
            "and every eigenvalue of a Gaussian is positive (docs/theory.md, Proposition 9.14).")
        : List.of(
            "The kernel is a power series in u without negative coefficients, infinitely many of",
            "them positive for even and for odd powers: it is strictly positive definite on the",
            "sphere of every dimension (Schoenberg; docs/theory.md, " + theorem(kernel) + ").");
  }

  /** Which theorem counts the positive coefficients: of activations, or of a whole network. */
  static String theorem(Kernel kernel) {
    boolean byActivation = kernel.hasPositiveSeries(true) || kernel.hasPositiveSeries(false);
    return byActivation ? "Proposition 17.4" : "Theorem 17.4a";
  }

  private static Fields results(
      Outcome<Positivity.Proof> result, Optional<Outcome<Semidefinite.Proof>> weaker) {
    Fields results = Statement.results("positivity", result);
    weaker.ifPresent(w -> results.with("semidefinite", SemidefiniteReport.weaker(w)));
    List<UniformTail> tails =
        result.findings().stream().flatMap(found -> found.uniformTails().stream()).toList();
    results.with("tails", new Rows<>(tails, PositivityReport::fields));
    result.findings().stream()
        .flatMap(found -> found.smallest().stream())
        .forEach(least -> results.with("smallest", Statement.fields(least)));
    return results;
  }

  private static Fields fields(UniformTail tail) {
    return new Fields()
        .with("parity", tail.parity().toString())
        .with("from", Long.toString(tail.from()))
        .with("exponent", tail.exponent())
        .with("leading", tail.leading())
        .with("relativeDistance", Statement.atMost(tail.relativeDistance()));
  }
}
