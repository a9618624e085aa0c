package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Confirmation;
import dev.zonal.theorem.law.Confirmation.Distance;
import dev.zonal.theorem.law.Confirmation.Outcome;
import dev.zonal.theorem.law.Confirmation.Row;
import dev.zonal.theorem.law.UniformExpansion;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;

/** A confirmation, written in any of the formats of docs/formats.md. */
public record ConfirmationReport(Spectrum spectrum, Confirmation confirmation) implements Table {
  private static final MathContext RESIDUAL = new MathContext(8);
  private static final String[] COLUMNS = {
    "k", "eigenvalue", "agrees", "plain", "shifted", "residual", "bound", "within"
  };

  @Override
  public void writeText(Writer out) throws IOException {
    int d = spectrum.dimension();
    out.append("kernel         " + spectrum.kernel() + "\n");
    out.append("sphere         S^" + (d - 1) + " in R^" + d + ", probability measure\n");
    out.append("digits         " + confirmation.digits());
    out.append(" of agreement with the certified enclosures\n");
    for (Parity parity : Parity.values()) {
      List<Row> rows = rows(parity);
      if (!rows.isEmpty()) {
        out.append("\n" + (parity == Parity.EVEN ? "Even" : "Odd") + " k: ");
        UniformExpansion law = confirmation.laws().get(parity);
        out.append(law == null ? "no law with a certified remainder\n\n" : describe(law));
        String e = law == null ? "E" : law.decayExponent().toString();
        String q = law == null ? "q" : law.remainderOrder().toString();
        TextTable table =
            new TextTable(
                "k",
                "k^" + e + " eta_k",
                "K^" + e + " eta_k",
                "K^" + q + " e_k",
                "proved below",
                "verdict");
        for (Row row : rows) {
          table.add(
              Long.toString(row.frequency()),
              cell(row.law().map(x -> ScientificNotation.of(x.plain()))),
              cell(row.law().map(x -> ScientificNotation.of(x.shifted()))),
              cell(row.law().map(x -> residual(x))),
              cell(row.law().flatMap(Distance::bound).map(ScientificNotation::of)),
              verdict(row));
        }
        table.write(out);
      }
    }
    out.append("\n" + inWords(confirmation.outcome()) + "\n");
  }

  private String inWords(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED -> "confirmed";
      case REFUTED -> "REFUTED";
      case NOTHING_TO_TEST -> "nothing to test: " + String.join("; ", confirmation.untested());
    };
  }

  private String describe(UniformExpansion law) {
    return "K^"
        + law.decayExponent()
        + " eta_k = C (1 + e_k), K = k + (d-2)/2, certified from k = "
        + law.from()
        + "\nC = "
        + constant(law)
        + "\n\n";
  }

  private String constant(UniformExpansion law) {
    BallArithmetic over = BallArithmetic.ofBits(4 * confirmation.digits() + 64);
    return ScientificNotation.of(law.constant(over).midpoint().lowerDecimal(confirmation.digits()));
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

  private static String cell(Optional<String> text) {
    return text.orElse("");
  }

  private static String residual(Distance distance) {
    return ScientificNotation.of(distance.residual().round(RESIDUAL));
  }

  private List<Row> rows(Parity parity) {
    return confirmation.rows().stream()
        .filter(row -> Parity.of(row.frequency()) == parity)
        .toList();
  }

  private String eigenvalue(Row row) {
    BigDecimal value = row.value().round(new MathContext(confirmation.digits()));
    return ScientificNotation.of(value);
  }

  @Override
  public void writeCsv(Writer out) throws IOException {
    try (CSVPrinter csv = Csv.printer(new Unclosed(out), COLUMNS)) {
      for (Row row : confirmation.rows()) {
        csv.printRecord(
            row.frequency(),
            eigenvalue(row),
            row.agrees(),
            cell(row.law().map(x -> ScientificNotation.of(x.plain()))),
            cell(row.law().map(x -> ScientificNotation.of(x.shifted()))),
            cell(row.law().map(ConfirmationReport::residual)),
            cell(row.law().flatMap(Distance::bound).map(ScientificNotation::of)),
            cell(row.law().map(x -> Boolean.toString(x.isWithin()))));
      }
    }
  }

  @Override
  public Envelope envelope() {
    return Envelope.of("confirm", 2).kernel(spectrum.kernel()).sphere(spectrum.dimension());
  }

  private String verdict() {
    return switch (confirmation.outcome()) {
      case CONFIRMED -> "confirmed";
      case REFUTED -> "refuted";
      case NOTHING_TO_TEST -> "not-tested";
    };
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    json.writeNumberField("digits", confirmation.digits());
    json.writeStringField("verdict", verdict());
    json.writeArrayFieldStart("untested");
    for (String reason : confirmation.untested()) {
      json.writeString(reason);
    }
    json.writeEndArray();
    for (Parity parity : Parity.values()) {
      UniformExpansion law = confirmation.laws().get(parity);
      if (law == null) {
        json.writeNullField(parity.toString());
        continue;
      }
      json.writeObjectFieldStart(parity.toString());
      json.writeStringField("exponent", law.decayExponent().toString());
      json.writeStringField("constant", constant(law));
      json.writeStringField("residualOrder", law.remainderOrder().toString());
      json.writeStringField("certifiedFrom", Long.toString(law.from()));
      json.writeEndObject();
    }
    json.writeArrayFieldStart("rows");
    for (Row row : confirmation.rows()) {
      json.writeStartObject();
      json.writeStringField("k", Long.toString(row.frequency()));
      json.writeStringField("eigenvalue", eigenvalue(row));
      json.writeBooleanField("agrees", row.agrees());
      if (row.law().isPresent()) {
        Distance distance = row.law().get();
        json.writeStringField("plain", ScientificNotation.of(distance.plain()));
        json.writeStringField("shifted", ScientificNotation.of(distance.shifted()));
        json.writeStringField("residual", residual(distance));
        json.writeStringField("bound", distance.bound().map(ScientificNotation::of).orElse(null));
        json.writeBooleanField("within", distance.isWithin());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
