package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/**
 * Values of one kernel, written in any of the formats of docs/formats.md.
 *
 * @param kernel the kernel
 * @param digits the significant digits of each value
 * @param scale the multiple of the kernel
 * @param rows the values that were certified
 * @param failures the points where that did not succeed
 */
public record KernelValuesReport(
    Kernel kernel, int digits, Scale scale, List<Row> rows, List<Failure> failures) {
  /** The version of the JSON document. */
  static final String SCHEMA = "zonal.kernel/1";

  private static final int GUARD_DIGITS = 5;

  /** A value at u, which is written as a fraction. */
  public record Row(String u, CertifiedValue value) {}

  /** A point without a certified value, and why in one line. */
  public record Failure(String u, String reason) {}

  public void write(Format format, Writer out) throws IOException {
    switch (format) {
      case TEXT -> writeText(out);
      case CSV -> writeCsv(out);
      case JSON -> Json.write(out, this::writeJson);
    }
  }

  private void writeText(Writer out) throws IOException {
    out.append("kernel         ").append(kernel.toString()).append('\n');
    out.append("scale          ").append(SpectrumReport.describe(scale)).append('\n');
    out.append("digits         " + digits + " significant, all proved, rounded half-even\n\n");
    TextTable table = new TextTable("u", "value");
    for (Row row : rows) {
      table.add(row.u(), ScientificNotation.of(row.value().rounded(), digits));
    }
    table.write(out);
  }

  private void writeCsv(Writer out) throws IOException {
    try (CSVPrinter csv = Csv.printer(new Unclosed(out), "u", "value")) {
      for (Row row : rows) {
        csv.printRecord(row.u(), ScientificNotation.of(row.value().rounded(), digits));
      }
    }
  }

  private void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("kernel", kernel.toString());
    json.writeNumberField("digits", digits);
    json.writeStringField("scale", SpectrumReport.lower(scale));
    json.writeArrayFieldStart("rows");
    for (Row row : rows) {
      CertifiedValue value = row.value();
      json.writeStartObject();
      json.writeStringField("u", row.u());
      json.writeStringField("value", ScientificNotation.of(value.rounded(), digits));
      json.writeStringField(
          "lower", ScientificNotation.of(value.enclosure().lowerDecimal(digits + GUARD_DIGITS)));
      json.writeStringField(
          "upper", ScientificNotation.of(value.enclosure().upperDecimal(digits + GUARD_DIGITS)));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("failures");
    for (Failure failure : failures) {
      json.writeStartObject();
      json.writeStringField("u", failure.u());
      json.writeStringField("reason", failure.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
