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
    Kernel kernel, int digits, Scale scale, List<Row> rows, List<Failure> failures)
    implements Table {
  /** A value at u, which is written as a fraction. */
  public record Row(String u, CertifiedValue value) {}

  /** A point without a certified value, and why in one line. */
  public record Failure(String u, String reason) {}

  @Override
  public void writeText(Writer out) throws IOException {
    out.append("kernel         ").append(kernel.toString()).append('\n');
    out.append("scale          ").append(SpectrumReport.describe(scale)).append('\n');
    out.append("digits         " + digits + " significant, all proved, rounded half-even\n\n");
    TextTable table = new TextTable("u", "value");
    for (Row row : rows) {
      table.add(row.u(), value(row).text());
    }
    table.write(out);
  }

  @Override
  public void writeCsv(Writer out) throws IOException {
    try (CSVPrinter csv = Csv.printer(new Unclosed(out), "u", "value")) {
      for (Row row : rows) {
        csv.printRecord(row.u(), value(row).text());
      }
    }
  }

  @Override
  public Envelope envelope() {
    return Envelope.of("kernel", 2).kernel(kernel);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    json.writeNumberField("digits", digits);
    json.writeStringField("scale", SpectrumReport.lower(scale));
    json.writeArrayFieldStart("rows");
    for (Row row : rows) {
      json.writeStartObject();
      json.writeStringField("u", row.u());
      value(row).write(json, "value");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("failures");
    for (Failure failure : failures) {
      json.writeStartObject();
      json.writeStringField("u", failure.u());
      Failures.write(json, "not-certified", failure.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private RoundedValue value(Row row) {
    CertifiedValue value = row.value();
    return new RoundedValue(value.rounded(), value.enclosure(), value.exact(), digits);
  }
}
