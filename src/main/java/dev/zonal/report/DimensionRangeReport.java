package dev.zonal.report;

import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.report.document.Words;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.dimension.DimensionRange;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What came of an attempt to prove a statement about signs for all dimensions of a range. */
public final class DimensionRangeReport {
  private DimensionRangeReport() {}

  /**
   * The report.
   *
   * @param zerosAllowed whether an eigenvalue may be zero
   */
  public static Document of(DimensionRange result, boolean zerosAllowed) {
    String reason = result.decisive().reason();
    Page page =
        new Page()
            .field(
                "statement",
                zerosAllowed
                    ? "eta_k >= 0 for all k >= 0: positive semidefinite"
                    : "eta_k > 0 for all k >= 0: strictly positive definite")
            .field("kernel", result.kernel())
            .field(
                "sphere",
                "S^(d-1) in R^d for d = " + result.least() + ", ..., " + result.greatest())
            .field(
                "verdict",
                Words.of(result.verdict()) + (reason.isEmpty() ? "" : ", at the last: " + reason))
            .space()
            .note("What is proven in a dimension is true in all below it, what is refuted is false")
            .note("in all above it (docs/theory.md, Theorem 29.7). Tried were:")
            .table(
                Table.of(List.copyOf(result.tried().entrySet()))
                    .withText("d", row -> row.getKey().toString())
                    .withText("verdict", row -> Words.of(row.getValue().verdict())));
    describe(page, "Proven for every d of the range up to", result.provenTo());
    describe(page, "Refuted for every d of the range from", result.refutedFrom());
    return Document.of(
        page, Envelope.of("dimensions", 1, results(result, zerosAllowed)).kernel(result.kernel()));
  }

  private static void describe(Page page, String words, OptionalInt dimension) {
    dimension.ifPresent(d -> page.note(words + " " + d + "."));
  }

  private static Fields results(DimensionRange result, boolean zerosAllowed) {
    return new Fields()
        .with("statement", zerosAllowed ? "semidefinite" : "positivity")
        .with("verdict", Words.of(result.verdict()))
        .with("reason", result.decisive().reason())
        .with("least", result.least())
        .with("greatest", result.greatest())
        .with("provenTo", number(result.provenTo()))
        .with("refutedFrom", number(result.refutedFrom()))
        .with(
            "tried",
            new Rows<>(List.copyOf(result.tried().entrySet()), DimensionRangeReport::fields));
  }

  private static Value number(OptionalInt dimension) {
    return dimension.isPresent() ? new Cell.Whole(dimension.getAsInt()) : new Cell.Nothing();
  }

  private static Fields fields(Map.Entry<Integer, Outcome<?>> row) {
    return new Fields()
        .with("dimension", row.getKey())
        .with("verdict", Words.of(row.getValue().verdict()))
        .with("reason", row.getValue().reason());
  }
}
