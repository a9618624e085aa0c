package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.specification.CatalogueEntry.ParameterEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpecificationDocumentTest {
  private static final String BEGIN = "<!-- catalogue: begin -->\n";
  private static final String END = "<!-- catalogue: end -->\n";

  @Test
  void the_document_lists_the_catalogue_as_it_is() throws IOException {
    String text = Files.readString(Path.of("docs/specification.md"));
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertTrue(begin >= 0 && end > begin, "the document has no catalogue");
    assertEquals(listing(), text.substring(begin + BEGIN.length(), end));
  }

  private static String listing() {
    StringBuilder listing = new StringBuilder();
    for (CatalogueEntry entry : Catalogue.entries()) {
      listing.append("\n### `").append(entry.name()).append("`: ").append(entry.title());
      listing.append("\n\n");
      entry.formula().lines().forEach(line -> listing.append("    ").append(line).append("\n"));
      listing.append("\n| key | must be | default |\n|---|---|---|\n");
      for (ParameterEntry parameter : entry.parameters()) {
        listing.append("| `").append(parameter.key()).append("` | ");
        listing.append(parameter.range()).append(" | ");
        listing.append(parameter.byDefault().orElse("none: required")).append(" |\n");
      }
      listing.append("\nSource: ").append(entry.source());
      listing.append(". Example: `").append(entry.example()).append("`\n");
    }
    return listing.append("\n").toString();
  }
}
