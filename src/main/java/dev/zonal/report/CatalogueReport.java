package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.kernel.specification.CatalogueEntry;
import dev.zonal.kernel.specification.CatalogueEntry.ParameterEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVPrinter;

/** The catalogue of kernels, written in any of the formats of docs/formats.md. */
public record CatalogueReport(List<CatalogueEntry> entries) implements Table {
  @Override
  public void writeText(Writer out) throws IOException {
    out.append("u = <x, z> = cos(theta), r = ||x - z||, k0 and k1 the arc-cosine kernels;\n");
    out.append("parameters are exact: integers, 1/2, 0.1 (which is 1/10).\n");
    for (CatalogueEntry entry : entries) {
      out.append('\n').append(entry.name()).append("  ").append(entry.title()).append('\n');
      for (String line : entry.formula().split("\n", -1)) {
        out.append("    ").append(line).append('\n');
      }
      for (ParameterEntry parameter : entry.parameters()) {
        out.append("    ").append(describe(parameter)).append('\n');
      }
      out.append("    example: ").append(entry.example()).append('\n');
      out.append("    source: ").append(entry.source()).append('\n');
    }
  }

  @Override
  public void writeCsv(Writer out) throws IOException {
    try (CSVPrinter csv =
        Csv.printer(
            new Unclosed(out), "name", "title", "formula", "parameters", "example", "source")) {
      for (CatalogueEntry entry : entries) {
        csv.printRecord(
            entry.name(),
            entry.title(),
            entry.formula().replace("\n", "; "),
            entry.parameters().stream()
                .map(CatalogueReport::describe)
                .collect(Collectors.joining("; ")),
            entry.example(),
            entry.source());
      }
    }
  }

  @Override
  public Envelope envelope() {
    return Envelope.of("kernels", 2);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("kernels");
    for (CatalogueEntry entry : entries) {
      json.writeStartObject();
      json.writeStringField("name", entry.name());
      json.writeStringField("title", entry.title());
      json.writeStringField("formula", entry.formula());
      json.writeArrayFieldStart("parameters");
      for (ParameterEntry parameter : entry.parameters()) {
        json.writeStartObject();
        json.writeStringField("key", parameter.key());
        json.writeStringField("range", parameter.range());
        json.writeStringField("default", parameter.byDefault().orElse(null));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("example", entry.example());
      json.writeStringField("source", entry.source());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String describe(ParameterEntry parameter) {
    return parameter.key()
        + ": "
        + parameter.range()
        + parameter.byDefault().map(value -> " (default " + value + ")").orElse(" (required)");
  }
}
