package dev.zonal.report;

import dev.zonal.grid.DecayNumbers;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Value;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.text.ScientificNotation;
import dev.zonal.theorem.law.Confirmation;
import dev.zonal.theorem.law.Confirmation.Distance;
import dev.zonal.theorem.law.Confirmation.Outcome;
import dev.zonal.theorem.law.Confirmation.Row;
import dev.zonal.theorem.law.UniformExpansion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A confirmation. */
public final class ConfirmationReport {
  private static final MathContext RESIDUAL = new MathContext(8);

  private final Spectrum spectrum;
  private final Confirmation confirmation;
  private final Map<Parity, BigDecimal> constants = new EnumMap<>(Parity.class);

  private ConfirmationReport(Spectrum spectrum, Confirmation confirmation) {
    this.spectrum = spectrum;
    this.confirmation = confirmation;
    confirmation
        .laws()
        .forEach(
            (parity, law) ->
                constants.put(parity, DecayNumbers.constant(law, confirmation.digits())));
  }

  public static Document of(Spectrum spectrum, Confirmation confirmation) {
    ConfirmationReport report = new ConfirmationReport(spectrum, confirmation);
    return Document.of(
        report.page(),
        report.table(),
        Envelope.of("confirm", 2, report.results())
            .kernel(spectrum.kernel())
            .sphere(spectrum.dimension()));
  }

  private Page page() {
    Page page =
        new Page()
            .field("kernel", spectrum.kernel())
            .field("sphere", Envelope.Sphere.name(spectrum.dimension()) + ", probability measure")
            .field("digits", confirmation.digits() + " of agreement with the certified enclosures");
    for (Parity parity : Parity.values()) {
      List<Row> rows =
          confirmation.rows().stream().filter(row -> Parity.of(row.frequency()) == parity).toList();
      if (!rows.isEmpty()) {
        page.space();
        describe(page, parity);
        UniformExpansion law = confirmation.laws().get(parity);
        page.space().table(law == null ? eigenvalues(rows) : table(rows, law));
      }
    }
    return page.space().note(inWords(confirmation.outcome()));
  }

  private void describe(Page page, Parity parity) {
    UniformExpansion law = confirmation.laws().get(parity);
    String name = parity == Parity.EVEN ? "Even k: " : "Odd k: ";
    if (law == null) {
      page.note(
          name
              + confirmation
                  .withoutLaw()
                  .map(reason -> "no power law (" + reason + "); the eigenvalues are compared")
                  .orElse("no law with a certified remainder"));
    } else {
      page.note(
              "%sK^%s eta_k = C (1 + e_k), K = k + (d-2)/2, certified from k = %s"
                  .formatted(name, law.decayExponent(), law.from()))
          .note("C = " + ScientificNotation.of(constants.get(parity)));
    }
  }

  private Table<Row> eigenvalues(List<Row> rows) {
    return Table.of(rows)
        .withText("k", row -> Long.toString(row.frequency()))
        .withText("eta_k", this::eigenvalue)
        .withText("verdict", ConfirmationReport::verdict);
  }

  private String eigenvalue(Row row) {
    return ScientificNotation.of(row.value().round(new MathContext(confirmation.digits())));
  }

  private static Table<Row> table(List<Row> rows, UniformExpansion law) {
    String e = law.decayExponent().toString();
    String q = law.remainderOrder().toString();
    return Table.of(rows)
        .withText("k", row -> Long.toString(row.frequency()))
        .with("k^" + e + " eta_k", of(Distance::plain))
        .with("K^" + e + " eta_k", of(Distance::shifted))
        .with("K^" + q + " e_k", of(ConfirmationReport::residual))
        .with("proved below", ConfirmationReport::bound)
        .withText("verdict", ConfirmationReport::verdict);
  }

  private Table<Row> table() {
    return eigenvalues()
        .with("plain", of(Distance::plain))
        .with("shifted", of(Distance::shifted))
        .with("residual", of(ConfirmationReport::residual))
        .with("bound", ConfirmationReport::bound)
        .with("within", ConfirmationReport::within);
  }

  /** The columns that need no law. */
  private Table<Row> eigenvalues() {
    return Table.of(confirmation.rows())
        .withText("k", row -> Long.toString(row.frequency()))
        .withText("eigenvalue", this::eigenvalue)
        .with("agrees", row -> new Cell.Flag(row.agrees()));
  }

  /** A number of the distance to the law, if there is a law. */
  private static Function<Row, Cell> of(Function<Distance, BigDecimal> number) {
    return row -> Cell.of(row.law().map(number).map(ScientificNotation::of));
  }

  private static BigDecimal residual(Distance distance) {
    return distance.residual().round(RESIDUAL);
  }

  private static Cell bound(Row row) {
    return Cell.of(row.law().flatMap(Distance::bound).map(ScientificNotation::of));
  }

  private static Cell within(Row row) {
    return row.law().<Cell>map(law -> new Cell.Flag(law.isWithin())).orElseGet(Cell.Nothing::new);
  }

  private static String verdict(Row row) {
    if (!row.agrees()) {
      return "differs from the certified enclosure";
    }
    if (row.law().isPresent() && !row.law().get().isWithin()) {
      return "too far from the law";
    }
    return row.law().flatMap(Distance::bound).isPresent() ? "ok" : "agrees";
  }

  private String inWords(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> "confirmed";
      case REFUTED -> "REFUTED";
      case NOTHING_TO_TEST -> "nothing to test: " + String.join("; ", confirmation.untested());
    };
  }

  private static String verdict(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> "confirmed";
      case REFUTED -> "refuted";
      case NOTHING_TO_TEST -> "not-tested";
    };
  }

  private Fields results() {
    Fields results =
        new Fields()
            .with("digits", confirmation.digits())
            .with("verdict", verdict(confirmation.outcome()))
            .with("untested", Rows.of(confirmation.untested()));
    for (Parity parity : Parity.values()) {
      results.with(parity.toString(), law(parity));
    }
    return results.with("rows", new Rows<>(confirmation.rows(), this::fields));
  }

  private Value law(Parity parity) {
    UniformExpansion law = confirmation.laws().get(parity);
    return law == null
        ? new Cell.Nothing()
        : new Fields()
            .with("exponent", law.decayExponent().toString())
            .with("constant", ScientificNotation.of(constants.get(parity)))
            .with("residualOrder", law.remainderOrder().toString())
            .with("certifiedFrom", Long.toString(law.from()));
  }

  private Fields fields(Row row) {
    return (row.law().isPresent() ? table() : eigenvalues()).fields(row);
  }
}
