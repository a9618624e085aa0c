package dev.zonal.report.proof;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.text.ScientificNotation;
import dev.zonal.theorem.shape.FamilyConstants;
import dev.zonal.theorem.shape.FamilyConstants.End;
import java.util.List;
import java.util.Optional;

/** The constants of the decay laws of all kernels of a family. */
public final class ConstantsReport {
  private static final int DIGITS = 20;

  /** Far more than the digits need: of a million layers each loses some. */
  private static final int BITS = 160;

  private ConstantsReport() {}

  private record Row(Parity parity, String name, End end, Optional<Ball> value) {}

  public static Document of(FamilyConstants constants) {
    List<Row> rows =
        List.of(Parity.EVEN, Parity.ODD).stream()
            .flatMap(
                parity -> {
                  FamilyConstants.Ends ends = constants.of(parity);
                  return List.of(
                      row(constants, parity, "infimum", ends.infimum()),
                      row(constants, parity, "supremum", ends.supremum()))
                      .stream();
                })
            .toList();
    Page page =
        new Page()
            .field("statement", "k^d eta_k has a positive limit along even and along odd k")
            .field("family", constants.family())
            .field("members", FamilyReport.members(constants.family()))
            .field("sphere", Envelope.Sphere.name(constants.dimension()))
            .field("verdict", "proven (docs/theory.md, Theorem 27.5)")
            .space()
            .note("The limits of all members lie between these, which are the best bounds:")
            .space()
            .table(
                Table.of(rows)
                    .withText("k", row -> row.parity().toString())
                    .withText("", Row::name)
                    .withText("value", ConstantsReport::value)
                    .withText("where", row -> row.end().place()));
    return Document.of(
        page,
        Envelope.of(
                "constants",
                1,
                new Fields().with("family", constants.family().toString()),
                results(rows))
            .sphere(constants.dimension()));
  }

  private static Row row(FamilyConstants constants, Parity parity, String name, End end) {
    return new Row(parity, name, end, constants.value(BallArithmetic.ofBits(BITS), end));
  }

  private static String value(Row row) {
    if (row.value().isEmpty()) {
      return "infinity";
    }
    Ball ball = row.value().get();
    return ball.isExact() && ball.containsZero()
        ? "0"
        : ball.decimal(DIGITS).map(ScientificNotation::of).orElse("not certified");
  }

  private static Fields results(List<Row> rows) {
    Fields results = new Fields().with("statement", "constants").with("verdict", "proven");
    for (Parity parity : List.of(Parity.EVEN, Parity.ODD)) {
      Fields ends = new Fields();
      rows.stream()
          .filter(row -> row.parity() == parity)
          .forEach(row -> ends.with(row.name(), fields(row)));
      results.with(parity.toString(), ends);
    }
    return results;
  }

  private static Fields fields(Row row) {
    Fields fields = new Fields();
    if (row.value().isPresent()) {
      fields.with("value", row.value().get());
    } else {
      fields.with("value", "infinity");
    }
    return fields
        .with("where", row.end().place())
        .with("attained", new Cell.Flag(row.end().isAttained()));
  }
}
