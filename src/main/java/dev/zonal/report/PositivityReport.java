package dev.zonal.report;

import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.UniformTail;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.Verdict;

/** What came of an attempt to prove that all eigenvalues are positive. */
public final class PositivityReport {
  private PositivityReport() {}

  public static Document of(Kernel kernel, int dimension, Positivity result) {
    Page page =
        Statement.page("eta_k > 0 for all k >= 0: strictly positive definite", kernel, dimension);
    if (result.semidefinite().isPresent()) {
      describeBoth(page, result, result.semidefinite().get());
    } else {
      page.field("verdict", Statement.verdict(result.verdict(), result.reason()));
    }
    if (result.verdict() == Verdict.PROVEN) {
      describeProof(page, result);
    }
    return Statement.document(page, kernel, dimension, results(result));
  }

  /** The strict statement is refuted; the weaker one may be proven. */
  private static void describeBoth(Page page, Positivity result, Semidefinite weaker) {
    page.field("verdict", "strictly: refuted; semidefinite: " + Words.of(weaker.verdict()))
        .field("strictly", result.reason());
    if (weaker.verdict() == Verdict.PROVEN) {
      page.field("zeros", SemidefiniteReport.describeZeros(weaker));
    } else {
      page.field("semidefinite", weaker.reason());
    }
  }

  private static void describeProof(Page page, Positivity result) {
    page.space();
    for (UniformTail tail : result.tails()) {
      String comparison = "c Lambda_k(" + tail.exponent() + ")";
      page.note("From k0 = " + tail.from() + " on, k " + tail.parity() + ", by the tail theorem:")
          .note(
              "    eta_k = "
                  + comparison
                  + " (1 + x_k),  |x_k| <= "
                  + Statement.atMost(tail.relativeDistance())
                  + " < 1,")
          .note("    c = " + Statement.shown(tail.leading()) + ", where " + comparison + " > 0.");
    }
    boolean isMixture = result.tails().isEmpty();
    if (isMixture) {
      page.note(
              "The kernel is a mixture of Gaussians exp(-v r^2) with weights that are not negative,")
          .note(
              "and every eigenvalue of a Gaussian is positive (docs/theory.md, Proposition 9.14).");
    }
    result
        .smallest()
        .ifPresent(
            least ->
                page.note(
                        "The "
                            + result.table().size()
                            + (isMixture ? " first eigenvalues" : " eigenvalues below")
                            + " were enclosed; the least is")
                    .note(
                        "    eta_"
                            + least.getKey()
                            + " = "
                            + Statement.shown(least.getValue().ball())
                            + "."));
  }

  private static Fields results(Positivity result) {
    Fields results = Statement.results("positivity", result.verdict(), result.reason());
    result
        .semidefinite()
        .ifPresent(weaker -> results.with("semidefinite", SemidefiniteReport.weaker(weaker)));
    results.with("tails", new Rows<>(result.tails(), PositivityReport::fields));
    result
        .smallest()
        .ifPresent(least -> results.with("smallest", SemidefiniteReport.eigenvalue(least)));
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
