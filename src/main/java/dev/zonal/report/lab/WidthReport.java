package dev.zonal.report.lab;

import dev.zonal.grid.CertifiedNumber;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.SampledRow;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
   * @param family all of them
   * @param seed of the sample
   */
  public record Network(NetworkFamily family, long seed) {
    private String unit() {
      return Words.of(family.unit());
    }

    private int depth() {
      return family.depth();
    }

    private int inputs() {
      return family.inputs();
    }

    private String variances() {
      return variances(family);
    }

    /** The same in words. */
    static String variances(NetworkFamily family) {
      return family.unit().isHomogeneous()
          ? ""
          : ", sw2=%s, sb2=%s".formatted(family.weights(), family.biases());
    }

    private Fields fields() {
      return variances(
          family,
          new Fields()
              .with("unit", unit())
              .with("depth", depth())
              .with("inputs", inputs())
              .with("readout", Words.of(family.readout())));
    }

    /** Adds the variances, where they are not those that keep lengths. */
    static Fields variances(NetworkFamily family, Fields fields) {
      return family.unit().isHomogeneous()
          ? fields
          : fields.with("sw2", family.weights().toString()).with("sb2", family.biases().toString());
    }
  }

  /**
   * The document.
   *
   * @param samples rows of widths, beside those of the laws
   */
  public Document of(List<Entry> entries, List<SampledRow> samples) {
    List<WidthRow> rows =
        entries.stream().filter(e -> e.row().isCertified()).map(e -> e.row().get()).toList();
    List<Entry> gaps = entries.stream().filter(e -> !e.row().isCertified()).toList();
    Map<Place, SampledRow> sampled = new HashMap<>();
    samples.forEach(sample -> sampled.put(sample.row().place(), sample));
    Table<WidthRow> table =
        samples.isEmpty()
            ? laws(rows)
            : sampled(laws(rows), row -> Optional.ofNullable(sampled.get(row.place())));
    Fields results =
        new Fields()
            .with("network", network.fields())
            .with("digits", digits)
            .with("seed", network.seed())
            .with("rows", new Rows<>(rows, row -> fields(row, sampled)))
            .with("failures", new Rows<>(gaps, WidthReport::failure));
    Table<WidthRow> telling = laws(rows.stream().filter(WidthReport::tells).toList());
    List<SampledRow> inOrder =
        rows.stream().map(row -> sampled.get(row.place())).filter(Objects::nonNull).toList();
    return Document.of(page(telling, inOrder), table, Envelope.of("labwidth", 1, results));
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

  private Page page(Table<WidthRow> table, List<SampledRow> samples) {
    Page page = laws(table);
    if (samples.isEmpty()) {
      return page;
    }
    Table<SampledRow> drawn =
        sampled(places(samples, sample -> sample.row().place()), Optional::of);
    return page.space()
        .note(
            "Networks drawn with the seed %s; error is standard, z counts it, defect is 5 of it:"
                .formatted(network.seed()))
        .space()
        .table(drawn);
  }

  /** What was drawn, beside what stands there already. */
  private static <R> Table<R> sampled(Table<R> table, Function<R, Optional<SampledRow>> sampleOf) {
    return table
        .with(
            "nets",
            row ->
                sampleOf
                    .apply(row)
                    .<Cell>map(sample -> new Cell.Whole(sample.mean().count()))
                    .orElseGet(Cell.Nothing::new))
        .with(
            "mean",
            row -> Cell.of(sampleOf.apply(row).flatMap(s -> Statistics.text(s.mean().mean()))))
        .with(
            "error",
            row ->
                Cell.of(
                    sampleOf.apply(row).flatMap(s -> Statistics.text(s.mean().standardError()))))
        .with("z", row -> Cell.of(sampleOf.apply(row).flatMap(s -> Statistics.plain(s.z()))))
        .with(
            "defect",
            row -> Cell.of(sampleOf.apply(row).flatMap(s -> Statistics.percent(s.defect()))))
        .with(
            "var", row -> Cell.of(sampleOf.apply(row).flatMap(s -> Statistics.text(s.variance()))))
        .with(
            "varZ",
            row -> Cell.of(sampleOf.apply(row).flatMap(s -> Statistics.plain(s.varianceZ()))));
  }

  private Page laws(Table<WidthRow> table) {
    return new Page()
        .field("network", "%s, %s%s".formatted(network.unit(), layers(), network.variances()))
        .field("inputs", "two of R^%s, of length 1, with cosine u".formatted(network.inputs()))
        .field("read-out", Words.of(network.family().readout()))
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
  private Fields fields(WidthRow row, Map<Place, SampledRow> sampled) {
    SampledRow sample = sampled.get(row.place());
    return place(row.place())
        .with("limit", object(cell(row.limit())))
        .with("bias", object(cell(row.bias())))
        .with("variance", object(cell(row.variance())))
        .with("law", law(row))
        .with("sample", sample == null ? new Cell.Nothing() : fields(sample));
  }

  private static Fields fields(SampledRow sample) {
    return new Fields()
        .with("nets", sample.mean().count())
        .with("mean", Statistics.text(sample.mean().mean()))
        .with("error", Statistics.text(sample.mean().standardError()))
        .with("z", Statistics.plain(sample.z()))
        .with("defect", Statistics.text(sample.defect()))
        .with("variance", Statistics.text(sample.variance()))
        .with("varianceZ", Statistics.plain(sample.varianceZ()));
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
