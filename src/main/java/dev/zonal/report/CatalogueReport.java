package dev.zonal.report;

import dev.zonal.kernel.specification.CatalogueEntry;
import dev.zonal.kernel.specification.CatalogueEntry.ParameterEntry;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of kernels. */
public final class CatalogueReport {
  private CatalogueReport() {}

  public static Document of(List<CatalogueEntry> entries) {
    Page page =
        new Page()
            .note("u = <x, z> = cos(theta), r = ||x - z||, k0 and k1 the arc-cosine kernels;")
            .note("parameters are exact: integers, 1/2, 0.1 (which is 1/10).");
    for (CatalogueEntry entry : entries) {
      page.space().note(entry.name() + "  " + entry.title());
      entry.formula().lines().forEach(line -> page.note("    " + line));
      entry.parameters().forEach(parameter -> page.note("    " + describe(parameter)));
      page.note("    example: " + entry.example()).note("    source: " + entry.source());
    }
    Table<CatalogueEntry> table =
        Table.of(entries)
            .withText("name", CatalogueEntry::name)
            .withText("title", CatalogueEntry::title)
            .withText("formula", entry -> entry.formula().replace("\n", "; "))
            .withText("parameters", CatalogueReport::parameters)
            .withText("example", CatalogueEntry::example)
            .withText("source", CatalogueEntry::source);
    Fields results = new Fields().with("kernels", new Rows<>(entries, CatalogueReport::fields));
    return Document.of(page, table, Envelope.of("kernels", 2, results));
  }

  private static Fields fields(CatalogueEntry entry) {
    return new Fields()
        .with("name", entry.name())
        .with("title", entry.title())
        .with("formula", entry.formula())
        .with("parameters", new Rows<>(entry.parameters(), CatalogueReport::fields))
        .with("example", entry.example())
        .with("source", entry.source());
  }

  private static Fields fields(ParameterEntry parameter) {
    return new Fields()
        .with("key", parameter.key())
        .with("range", parameter.range())
        .with("default", parameter.byDefault());
  }

  private static String parameters(CatalogueEntry entry) {
    return entry.parameters().stream()
        .map(CatalogueReport::describe)
        .collect(Collectors.joining("; "));
  }

  private static String describe(ParameterEntry parameter) {
    String byDefault = parameter.byDefault().map(value -> "default " + value).orElse("required");
    return "%s: %s (%s)".formatted(parameter.key(), parameter.range(), byDefault);
  }
}
