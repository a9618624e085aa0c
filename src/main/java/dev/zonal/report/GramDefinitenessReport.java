package dev.zonal.report;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.data.gram.GramDefiniteness;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.text.ScientificNotation;

/**
 * Whether a Gram matrix is positive definite.
 *
 * @param matrix what is said of the matrix itself
 */
public record GramDefinitenessReport(GramReport matrix) {
  /** The digits of a bound, rounded to the side on which it stays one. */
  private static final int DIGITS = 6;

  private static final String STATEMENT = "positive definite: lambda_min > 0";

  /** The document. */
  public Document of(GramDefiniteness found) {
    String verdict;
    Fields shown = new Fields();
    Page page = matrix.page().field("statement", STATEMENT);
    if (found instanceof GramDefiniteness.Positive positive) {
      verdict = "proven";
      String least = lower(positive.below());
      page.field("verdict", verdict).field("lambda_min", "at least " + least);
      shown.with("lambdaMinAtLeast", least);
    } else if (found instanceof GramDefiniteness.Negative negative) {
      verdict = "refuted";
      String most = upper(negative.above());
      page.field("verdict", verdict + ": an eigenvalue is negative")
          .field("lambda_min", "at most " + most);
      shown.with("lambdaMinAtMost", most);
    } else if (found instanceof GramDefiniteness.Singular singular) {
      verdict = "refuted";
      String reason = "singular: " + singular.why().reason();
      page.field("verdict", verdict + ": " + reason);
      shown.with("reason", reason);
    } else {
      String reason = ((GramDefiniteness.Undecided) found).reason();
      verdict = "undecided";
      page.field("verdict", verdict + ": " + reason);
      shown.with("reason", reason);
    }
    Fields results = matrix.about().with("statement", STATEMENT).with("verdict", verdict);
    Envelope envelope =
        Envelope.of("gramdefinite", 1, results.with("shown", shown))
            .kernel(matrix.kernel().specification());
    return Document.of(page, envelope);
  }

  private static String lower(Ball exact) {
    return ScientificNotation.of(exact.lowerDecimal(DIGITS));
  }

  private static String upper(Ball exact) {
    return ScientificNotation.of(exact.upperDecimal(DIGITS));
  }
}
