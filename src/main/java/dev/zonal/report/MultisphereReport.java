package dev.zonal.report;

import dev.zonal.arithmetic.Rational;
import dev.zonal.grid.multisphere.MultisphereConfirmation;
import dev.zonal.grid.multisphere.MultisphereConfirmation.Opinion;
import dev.zonal.grid.multisphere.MultisphereGap;
import dev.zonal.grid.multisphere.MultisphereGrid;
import dev.zonal.grid.multisphere.MultisphereLaw;
import dev.zonal.grid.multisphere.MultisphereLevel;
import dev.zonal.grid.multisphere.MultisphereLevels;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.text.ScientificNotation;
import java.util.Optional;

/**
 * Eigenvalues of a convolutional kernel on a product of spheres.
 *
 * @param confirmation where they were evaluated a second time
 */
public record MultisphereReport(
    Network network, MultisphereLevels levels, Optional<MultisphereConfirmation> confirmation) {
  /**
   * What the spectrum is of.
   *
   * @param specification as it is written
   * @param patch the kernel of what the filter sees at one place
   * @param taps how many pixels that is
   */
  public record Network(String specification, Kernel patch, int taps) {}

  private MultisphereGrid grid() {
    return levels.grid();
  }

  private int channels() {
    return grid().spectrum().patch().channels();
  }

  /** The document. */
  public Document document() {
    return Document.of(
        page(), table(), Envelope.of("multisphere", 1, results()).kernel(network.specification()));
  }

  private Page page() {
    Page page =
        new Page()
            .field("kernel", network.specification())
            .field("patch", "%s of the mean cosine of %s".formatted(network.patch(), taps()))
            .field(
                "pixels",
                "%s on %s, probability measure"
                    .formatted(grid().spectrum().pixels(), Envelope.Sphere.name(channels())))
            .field("scale", Words.inWords(grid().scale()))
            .field("digits", Words.proved(grid().digits()))
            .space();
    for (Parity parity : Parity.values()) {
      addLaw(page, parity);
    }
    page.space().table(table());
    confirmation.ifPresent(second -> page.space().note(inWords(second, levels.rows().size())));
    return page;
  }

  private static String inWords(MultisphereConfirmation second, int rows) {
    String compared = "%s of %s rows were compared".formatted(second.opinions().size(), rows);
    return switch (second.outcome()) {
      case CONFIRMED -> "confirmed: " + compared + ", the others are zero";
      case REFUTED -> "REFUTED: a row differs from its second evaluation";
      case NOT_TESTED -> "not all tested: " + compared;
    };
  }

  private Optional<Opinion> opinion(MultisphereLevel row) {
    return confirmation.flatMap(
        second -> Optional.ofNullable(second.opinions().get(row.degrees())));
  }

  private String taps() {
    return network.taps() == 1 ? "1 pixel" : network.taps() + " pixels";
  }

  private void addLaw(Page page, Parity parity) {
    MultisphereLaw law = levels.laws().get(parity);
    String name = parity + " sums";
    if (law == null) {
      int from = parity == Parity.EVEN ? 2 : 3;
      page.field(name, "lambda_k = 0 from the sum %s on".formatted(from));
      return;
    }
    String shift = channels() == 2 ? "" : " + " + Rational.of(channels() - 2L, 2);
    page.field(
            name,
            "lambda_k ~ C |K|^-%s p/%s, C = %s"
                .formatted(
                    law.exponent(), grid().spectrum().pixels(), Cell.of(law.constant()).text()))
        .field(
            "",
            "p places of the filter see k, K_i = k_i%s over the pixels of one; a limit,"
                    .formatted(shift)
                + " of whose error nothing is proved");
  }

  private Table<MultisphereLevel> table() {
    Table<MultisphereLevel> table =
        Table.of(levels.rows())
            .withText("k", row -> row.degrees().toString())
            .with("eigenvalue", row -> Cell.of(row.eigenvalue()))
            .with("zero", row -> Cell.of(row.zero().map(Words::of)))
            .withText("flatten", row -> row.flatten().toString())
            .withText("gap", row -> row.gap().toString())
            .with("share", row -> Cell.of(row.share()))
            .with("beyond", row -> row.beyond().map(Cell::of).orElseGet(Cell.Nothing::new))
            .with("ratio", row -> row.ratio().map(Cell::of).orElseGet(Cell.Nothing::new));
    return confirmation.isEmpty()
        ? table
        : table
            .with("second", row -> Cell.of(opinion(row).map(MultisphereReport::text)))
            .with(
                "agrees",
                row ->
                    opinion(row)
                        .<Cell>map(second -> new Cell.Flag(second.agrees()))
                        .orElseGet(Cell.Nothing::new));
  }

  private static String text(Opinion second) {
    return ScientificNotation.of(second.value(), second.digits());
  }

  private Fields results() {
    Fields results =
        new Fields()
            .with("patch", network.patch().toString())
            .with("channels", channels())
            .with("pixels", grid().spectrum().pixels())
            .with("taps", network.taps())
            .with("digits", grid().digits())
            .with("scale", Words.of(grid().scale()));
    for (Parity parity : Parity.values()) {
      results.with(parity.toString(), law(levels.laws().get(parity)));
    }
    confirmation.ifPresent(second -> results.with("verdict", Words.of(second.outcome())));
    return results
        .with("rows", new Rows<>(levels.rows(), this::fields))
        .with("failures", new Rows<>(levels.gaps(), MultisphereReport::failure));
  }

  private static Value law(MultisphereLaw law) {
    return law == null
        ? new Cell.Nothing()
        : new Fields()
            .with("exponent", law.exponent())
            .with("constant", new Fields().with("value", Cell.of(law.constant())));
  }

  /** There are several numbers, each with its bounds: each is an object. */
  private Fields fields(MultisphereLevel row) {
    Fields fields = new Fields();
    fields
        .with("k", new Rows<>(row.degrees().degrees(), k -> new Cell.Whole(k)))
        .with("eigenvalue", new Fields().with("value", Cell.of(row.eigenvalue())))
        .with("zero", row.zero().map(Words::of))
        .with("flatten", row.flatten().toString())
        .with("gap", row.gap().toString())
        .with("share", new Fields().with("value", Cell.of(row.share())))
        .with("beyond", number(row.beyond().map(Cell::of)))
        .with("ratio", number(row.ratio().map(Cell::of)));
    if (confirmation.isPresent()) {
      fields.with("second", second(opinion(row)));
    }
    return fields;
  }

  private static Value second(Optional<Opinion> opinion) {
    return opinion
        .<Value>map(
            second ->
                new Fields()
                    .with("value", text(second))
                    .with("digits", second.digits())
                    .with("agrees", new Cell.Flag(second.agrees())))
        .orElseGet(Cell.Nothing::new);
  }

  private static Value number(Optional<Cell> number) {
    return number.<Value>map(cell -> new Fields().with("value", cell)).orElseGet(Cell.Nothing::new);
  }

  private static Fields failure(MultisphereGap gap) {
    return new Fields()
        .with("k", new Rows<>(gap.degrees().degrees(), k -> new Cell.Whole(k)))
        .with("code", Words.of(gap.cause()))
        .with("reason", gap.reason());
  }
}
