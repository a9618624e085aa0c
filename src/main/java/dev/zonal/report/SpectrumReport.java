package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.value.Eigenvalue;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;

/** The eigenvalues of one kernel, written in any of the formats of docs/formats.md. */
public record SpectrumReport(SpectrumRequest request, SpectrumResult result) implements Table {
  @Override
  public void writeText(Writer out) throws IOException {
    out.append("kernel         ").append(request.kernel().toString()).append('\n');
    out.append("sphere         S^" + (request.dimension() - 1) + " in R^" + request.dimension());
    out.append(", " + lower(request.normalization()) + " measure\n");
    out.append("scale          ").append(describe(request.scale())).append('\n');
    out.append("digits         " + request.digits() + " significant, all proved,");
    out.append(" rounded half-even\n\n");
    TextTable table = new TextTable("k", "eigenvalue", "method");
    for (Eigenvalue eigenvalue : result.eigenvalues()) {
      table.add(k(eigenvalue), rounded(eigenvalue), lower(eigenvalue.method()));
    }
    table.write(out);
  }

  @Override
  public void writeCsv(Writer out) throws IOException {
    try (CSVPrinter csv = Csv.printer(new Unclosed(out), "k", "eigenvalue", "method")) {
      for (Eigenvalue eigenvalue : result.eigenvalues()) {
        csv.printRecord(k(eigenvalue), rounded(eigenvalue), lower(eigenvalue.method()));
      }
    }
  }

  @Override
  public Envelope envelope() {
    return Envelope.of("spectrum", 2)
        .kernel(request.kernel())
        .sphere(request.dimension(), lower(request.normalization()));
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    json.writeNumberField("digits", request.digits());
    json.writeStringField("scale", lower(request.scale()));
    json.writeArrayFieldStart("rows");
    for (Eigenvalue eigenvalue : result.eigenvalues()) {
      json.writeStartObject();
      json.writeStringField("k", k(eigenvalue));
      value(eigenvalue).write(json, "eigenvalue");
      json.writeStringField("method", lower(eigenvalue.method()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("failures");
    for (SpectrumResult.Failure failure : result.failures()) {
      json.writeStartObject();
      json.writeStringField("k", Long.toString(failure.frequency()));
      Failures.write(json, lower(failure.cause()), failure.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String k(Eigenvalue eigenvalue) {
    return Long.toString(eigenvalue.frequency());
  }

  private String rounded(Eigenvalue eigenvalue) {
    return value(eigenvalue).text();
  }

  private RoundedValue value(Eigenvalue eigenvalue) {
    return new RoundedValue(
        eigenvalue.rounded(), eigenvalue.enclosure(), eigenvalue.exact(), request.digits());
  }

  static String describe(SpectrumRequest.Scale scale) {
    return switch (scale) {
      case UNIT -> "unit (the normalised kernel)";
      case PAPER -> "paper (the unnormalised kernel of the literature)";
    };
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
