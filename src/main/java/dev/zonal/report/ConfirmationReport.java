package dev.zonal.report;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
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
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.confirmation.Confirmation;
import dev.zonal.theorem.confirmation.Confirmation.Outcome;
import dev.zonal.theorem.confirmation.Confirmation.Row;
import dev.zonal.theorem.confirmation.Distance;
import dev.zonal.theorem.confirmation.TestedExpansion;
import dev.zonal.theorem.confirmation.TestedGeometricLaw;
import dev.zonal.theorem.confirmation.TestedLaw;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.UniformExpansion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A confirmation. */
public final class ConfirmationReport {
  private static final int GEOMETRIC_DIGITS = 40;

  private static final MathContext RESIDUAL = new MathContext(8);

  private final Spectrum spectrum;
  private final Confirmation confirmation;
  private final Map<Parity, BigDecimal> constants = new EnumMap<>(Parity.class);

  private ConfirmationReport(Spectrum spectrum, Confirmation confirmation) {
    this.spectrum = spectrum;
    this.confirmation = confirmation;
    confirmation
        .laws()
        .forEach((parity, law) -> constants.put(parity, constant(law, confirmation.digits())));
  }

  private static BigDecimal constant(TestedLaw law, int digits) {
    return law instanceof TestedExpansion power
        ? DecayNumbers.constant(power.law(), digits)
        : rounded(((TestedGeometricLaw) law).law().constant(), digits);
  }

  /** Rounded down; of a geometric law no more digits are known than these. */
  private static BigDecimal rounded(Ball number, int digits) {
    return number.midpoint().lowerDecimal(Math.min(digits, GEOMETRIC_DIGITS));
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
        TestedLaw law = confirmation.laws().get(parity);
        page.space().table(law == null ? eigenvalues(rows) : table(rows, law));
      }
    }
    return page.space().note(inWords(confirmation.outcome()));
  }

  private void describe(Page page, Parity parity) {
    TestedLaw law = confirmation.laws().get(parity);
    String name = parity == Parity.EVEN ? "Even k: " : "Odd k: ";
    if (law instanceof TestedExpansion power) {
      page.note(
              "%sK^%s eta_k = C (1 + e_k), K = k + (d-2)/2, certified from k = %s"
                  .formatted(name, power.law().decayExponent(), law.from()))
          .note("C = " + ScientificNotation.of(constants.get(parity)));
    } else if (law instanceof TestedGeometricLaw geometric) {
      describe(page, name, geometric);
    } else {
      page.note(name + withoutLaw(parity));
    }
  }

  private String withoutLaw(Parity parity) {
    return confirmation.vanishing().contains(parity)
        ? "eta_k = 0 from some k on, by a theorem; the eigenvalues are compared"
        : confirmation
            .withoutLaw()
            .map(reason -> "no power law (" + reason + "); the eigenvalues are compared")
            .orElse("no law with a certified remainder");
  }

  private void describe(Page page, String name, TestedGeometricLaw tested) {
    GeometricLaw law = tested.law();
    page.note(
            "%seta_k = C rho^k k^%s (1 + e_k), certified from k = %s"
                .formatted(name, bracketed(law.exponent()), law.from()))
        .note("C = " + ScientificNotation.of(constants.get(law.parity())))
        .note("rho = " + ScientificNotation.of(rounded(law.rate(), confirmation.digits())));
    tested
        .bounds()
        .ifPresent(
            bounds ->
                page.note(
                    "%s <= rho^-k k^%s eta_k <= %s for k >= 1"
                        .formatted(
                            ScientificNotation.of(bounds.least().value().lowerDecimal(12)),
                            bracketed(law.exponent().negate()),
                            ScientificNotation.of(bounds.greatest().value().upperDecimal(12)))));
  }

  private static String bracketed(Rational exponent) {
    return exponent.isInteger() ? exponent.toString() : "(" + exponent + ")";
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

  private static Table<Row> table(List<Row> rows, TestedLaw tested) {
    Table<Row> table = Table.of(rows).withText("k", row -> Long.toString(row.frequency()));
    if (tested instanceof TestedGeometricLaw geometric) {
      String s = bracketed(geometric.law().exponent().negate());
      table =
          table
              .with("rho^-k k^" + s + " eta_k", of(Distance::plain))
              .with("k e_k", of(ConfirmationReport::residual));
    } else {
      UniformExpansion law = ((TestedExpansion) tested).law();
      String e = law.decayExponent().toString();
      table =
          table
              .with("k^" + e + " eta_k", of(Distance::plain))
              .with("K^" + e + " eta_k", ConfirmationReport::shifted)
              .with("K^" + law.remainderOrder() + " e_k", of(ConfirmationReport::residual));
    }
    return table
        .with("proved below", ConfirmationReport::bound)
        .withText("verdict", ConfirmationReport::verdict);
  }

  private Table<Row> table() {
    return eigenvalues()
        .with("plain", of(Distance::plain))
        .with("shifted", ConfirmationReport::shifted)
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

  private static Cell shifted(Row row) {
    return Cell.of(row.law().flatMap(Distance::shifted).map(ScientificNotation::of));
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
    TestedLaw tested = confirmation.laws().get(parity);
    if (tested == null) {
      return new Cell.Nothing();
    }
    Fields fields = new Fields();
    String constant = ScientificNotation.of(constants.get(parity));
    if (tested instanceof TestedExpansion power) {
      fields
          .with("exponent", power.law().decayExponent().toString())
          .with("constant", constant)
          .with("residualOrder", power.law().remainderOrder().toString());
    } else if (tested instanceof TestedGeometricLaw geometric) {
      GeometricLaw law = geometric.law();
      fields
          .with("rate", ScientificNotation.of(rounded(law.rate(), confirmation.digits())))
          .with("power", law.exponent().toString())
          .with("constant", constant);
      geometric.bounds().ifPresent(bounds -> addBounds(fields, bounds));
    }
    return fields.with("certifiedFrom", Long.toString(tested.from()));
  }

  private static void addBounds(Fields fields, Decay.Geometric bounds) {
    fields.with("c1", bounds.least().value()).with("c2", bounds.greatest().value());
  }

  private Fields fields(Row row) {
    return (row.law().isPresent() ? table() : eigenvalues()).fields(row);
  }
}
