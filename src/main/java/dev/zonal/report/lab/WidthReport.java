package dev.zonal.report.lab;

import dev.zonal.grid.CertifiedNumber;
import dev.zonal.lab.width.WidthRow;
import dev.zonal.lab.width.WidthRow.Place;
import dev.zonal.lab.width.WidthTable.Entry;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumResult.Cause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Kernels of networks of finite width: their laws.
 *
 * @param network what the networks are
 * @param digits of certified numbers
 */
public record WidthReport(Network network, int digits) {
  /**
   * The networks.
   *
   * @param unit the activation
   * @param depth hidden layers
   * @param inputs the dimension of the inputs
   * @param readout the law of the last row
   */
  public record Network(String unit, int depth, int inputs, String readout) {
    private Fields fields() {
      return new Fields()
          .with("unit", unit)
          .with("depth", depth)
          .with("inputs", inputs)
          .with("readout", readout);
    }
  }

  /** The document. */
  public Document of(List<Entry> entries) {
    List<WidthRow> rows =
        entries.stream().filter(e -> e.row().isCertified()).map(e -> e.row().get()).toList();
    List<Entry> gaps = entries.stream().filter(e -> !e.row().isCertified()).toList();
    Table<WidthRow> table = laws(rows);
    Fields results =
        new Fields()
            .with("network", network.fields())
            .with("digits", digits)
            .with("rows", new Rows<>(rows, this::fields))
            .with("failures", new Rows<>(gaps, WidthReport::failure));
    Table<WidthRow> telling = laws(rows.stream().filter(WidthReport::tells).toList());
    return Document.of(page(telling), table, Envelope.of("labwidth", 1, results));
  }

  /** Whether a row says anything that the row of the limit does not. */
  private static boolean tells(WidthRow row) {
    return row.isExact() || row.place().width().isEmpty();
  }

  private Table<WidthRow> laws(List<WidthRow> rows) {
    return places(rows, WidthRow::place)
        .with("limit", row -> cell(row.limit()))
        .with("bias", row -> cell(row.bias()))
        .with("variance", row -> cell(row.variance()))
        .withText("law", WidthReport::law);
  }

  private Page page(Table<WidthRow> table) {
    return new Page()
        .field("network", "%s, %s".formatted(network.unit(), layers()))
        .field("inputs", "two of R^%s, of length 1, with cosine u".formatted(network.inputs()))
        .field("read-out", network.readout())
        .field("digits", Words.proved(digits))
        .space()
        .note("bias = n (E K_n - limit), variance = n Var K_n; first-order: their limits")
        .space()
        .table(table);
  }

  private String layers() {
    return network.depth() == 1
        ? "1 hidden layer of n"
        : "%s hidden layers of n".formatted(network.depth());
  }

  private static String law(WidthRow row) {
    if (row.isExact()) {
      return "exact";
    }
    return row.bias().isEmpty() && row.variance().isEmpty() ? "limit" : "first-order";
  }

  private static <R> Table<R> places(List<R> rows, Function<R, Place> placeOf) {
    return Table.of(rows)
        .withText("kernel", row -> Words.of(placeOf.apply(row).kind()))
        .withText("weights", row -> Words.of(placeOf.apply(row).hidden()))
        .with("n", row -> width(placeOf.apply(row)))
        .withText("u", row -> placeOf.apply(row).u().toString());
  }

  private static Cell width(Place place) {
    return place.width().isPresent() ? new Cell.Whole(place.width().getAsInt()) : Cell.of("inf");
  }

  private Cell cell(Optional<CertifiedValue> value) {
    return value.map(this::cell).orElseGet(Cell.Nothing::new);
  }

  private Cell cell(CertifiedValue value) {
    return Cell.of(new CertifiedNumber(value.rounded(), value.enclosure(), value.exact(), digits));
  }

  /** There are several numbers, each with its bounds: each is an object. */
  private Fields fields(WidthRow row) {
    return place(row.place())
        .with("limit", object(cell(row.limit())))
        .with("bias", object(cell(row.bias())))
        .with("variance", object(cell(row.variance())))
        .with("law", law(row));
  }

  private static Value object(Cell cell) {
    return cell instanceof Cell.Nothing ? cell : new Fields().with("value", cell);
  }

  private static Fields place(Place place) {
    Fields fields =
        new Fields()
            .with("kernel", Words.of(place.kind()))
            .with("weights", Words.of(place.hidden()));
    place
        .width()
        .ifPresentOrElse(n -> fields.with("n", n), () -> fields.with("n", new Cell.Nothing()));
    return fields.with("u", place.u().toString());
  }

  private static Fields failure(Entry gap) {
    return place(gap.place())
        .with("code", Words.of(Cause.NOT_CERTIFIED))
        .with("reason", gap.row().refusal().orElseThrow());
  }
}
