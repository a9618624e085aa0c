package dev.zonal.report.grid;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.grid.PowerSeriesBlock;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.text.ScientificNotation;
import java.util.List;

/** Kernels as power series in u, each with what is known of the rest. */
public final class PowerSeriesReport {
  private static final int BOUND_DIGITS = 3;

  private PowerSeriesReport() {}

  /**
   * The report.
   *
   * @param blocks of one grid, at least one
   * @param count of coefficients
   */
  public static Document of(List<PowerSeriesBlock> blocks, int count) {
    return Document.of(page(blocks, count), table(blocks), envelope(blocks, count))
        .with(
            GridLegend.ofCoefficients(
                blocks.stream().map(block -> block.coefficients().first()).toList()));
  }

  private static Page page(List<PowerSeriesBlock> blocks, int count) {
    Key.Coefficient first = blocks.get(0).coefficients().first();
    Page page =
        new Page()
            .field("series", "f(u) = sum of b_n u^n, at u = 0")
            .field("scale", Words.inWords(first.scale()))
            .field("digits", Words.proved(first.digits()));
    for (PowerSeriesBlock block : blocks) {
      page.space()
          .field("kernel", block.coefficients().first().kernel())
          .field("rest", inWords(block.rest(), count))
          .space()
          .table(columns(Table.of(block.coefficients().rows())));
    }
    return page;
  }

  private static String inWords(Certification<Ball> rest, int count) {
    return rest.value()
        .map(
            ball ->
                "sum of |b_n| over n >= %d is %s%s"
                    .formatted(
                        count,
                        ball.isExact() && ball.containsZero() ? "" : "at most ",
                        ScientificNotation.of(ball.upperDecimal(BOUND_DIGITS))))
        .orElseGet(() -> "no bound is claimed: " + rest.refusal().orElseThrow());
  }

  private static Table<Row<Key.Coefficient>> table(List<PowerSeriesBlock> blocks) {
    Table<Row<Key.Coefficient>> table =
        Table.of(blocks.stream().flatMap(block -> block.coefficients().rows().stream()).toList());
    return columns(
        blocks.size() == 1
            ? table
            : table.with("kernel", row -> new Cell.Code(row.key().kernel().toString())));
  }

  private static Table<Row<Key.Coefficient>> columns(Table<Row<Key.Coefficient>> table) {
    return table
        .with("n", "n", row -> Cell.of(Integer.toString(row.key().n())))
        .with("coefficient", "b_n", row -> Cell.of(row.number()));
  }

  private static Envelope envelope(List<PowerSeriesBlock> blocks, int count) {
    Key.Coefficient first = blocks.get(0).coefficients().first();
    return Envelope.of(
        "series",
        1,
        new Fields()
            .with("digits", first.digits())
            .with("scale", Words.of(first.scale()))
            .with("count", count)
            .with("kernels", new Rows<>(blocks, PowerSeriesReport::fields)));
  }

  private static Fields fields(PowerSeriesBlock block) {
    Fields fields =
        new Fields()
            .with("kernel", block.coefficients().first().kernel().toString())
            .with("rows", columns(Table.of(block.coefficients().rows())).records())
            .with("failures", new Rows<>(block.coefficients().gaps(), PowerSeriesReport::failure));
    return block.rest().isCertified()
        ? fields.with("rest", block.rest().get())
        : fields.with("noRest", block.rest().refusal().orElseThrow());
  }

  private static Fields failure(Gap<Key.Coefficient> gap) {
    return new Fields()
        .with("n", Integer.toString(gap.key().n()))
        .with("code", Words.of(gap.cause()))
        .with("reason", gap.reason());
  }
}
