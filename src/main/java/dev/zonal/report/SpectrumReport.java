package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.spectrum.Eigenvalue;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;

/** The eigenvalues of one kernel, written in any of the formats of docs/formats.md. */
public record SpectrumReport(SpectrumRequest request, SpectrumResult result) {
  /** The version of the JSON document. */
  static final String SCHEMA = "zonal.spectrum/1";

  /** Bounds are written with this many digits more than the eigenvalue. */
  private static final int GUARD_DIGITS = 5;

  public void write(Format format, Writer out) throws IOException {
    switch (format) {
      case TEXT -> writeText(out);
      case CSV -> writeCsv(out);
      case JSON -> Json.write(out, this::writeJson);
    }
  }

  private void writeText(Writer out) throws IOException {
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

  private void writeCsv(Writer out) throws IOException {
    try (CSVPrinter csv = Csv.printer(new Unclosed(out), "k", "eigenvalue", "method")) {
      for (Eigenvalue eigenvalue : result.eigenvalues()) {
        csv.printRecord(k(eigenvalue), rounded(eigenvalue), lower(eigenvalue.method()));
      }
    }
  }

  private void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("kernel", request.kernel().toString());
    json.writeNumberField("dimension", request.dimension());
    json.writeNumberField("digits", request.digits());
    json.writeStringField("normalization", lower(request.normalization()));
    json.writeStringField("scale", lower(request.scale()));
    json.writeArrayFieldStart("rows");
    for (Eigenvalue eigenvalue : result.eigenvalues()) {
      int digits = request.digits() + GUARD_DIGITS;
      json.writeStartObject();
      json.writeStringField("k", k(eigenvalue));
      json.writeStringField("eigenvalue", rounded(eigenvalue));
      json.writeStringField(
          "lower", ScientificNotation.of(eigenvalue.enclosure().lowerDecimal(digits)));
      json.writeStringField(
          "upper", ScientificNotation.of(eigenvalue.enclosure().upperDecimal(digits)));
      json.writeStringField("method", lower(eigenvalue.method()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("failures");
    for (SpectrumResult.Failure failure : result.failures()) {
      json.writeStartObject();
      json.writeStringField("k", Long.toString(failure.frequency()));
      json.writeStringField("reason", failure.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String k(Eigenvalue eigenvalue) {
    return Long.toString(eigenvalue.frequency());
  }

  private String rounded(Eigenvalue eigenvalue) {
    return ScientificNotation.of(eigenvalue.rounded(), request.digits());
  }

  static String describe(SpectrumRequest.Scale scale) {
    return switch (scale) {
      case UNIT -> "unit (the normalised kernel)";
      case PAPER -> "paper (the unnormalised kernel of the literature)";
    };
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
