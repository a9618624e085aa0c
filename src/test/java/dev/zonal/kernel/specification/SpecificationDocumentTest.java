package dev.zonal.kernel.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.specification.CatalogueEntry.ParameterEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecificationDocumentTest {
  private static final String BEGIN = "<!-- catalogue: begin -->\n";
  private static final String END = "<!-- catalogue: end -->\n";

  @Test
  void the_document_lists_the_catalogue_as_it_is() throws IOException {
    String text = document();
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertTrue(begin >= 0 && end > begin, "the document has no catalogue");
    assertEquals(listing(), text.substring(begin + BEGIN.length(), end));
  }

  @Test
  void its_grammar_has_every_name_and_every_key_of_the_catalogue() throws IOException {
    List<CatalogueEntry> entries = Catalogue.entries();
    assertEquals(
        entries.stream().map(CatalogueEntry::name).collect(Collectors.toSet()), words("name"));
    assertEquals(
        entries.stream().flatMap(e -> e.keys().stream()).collect(Collectors.toSet()), words("key"));
  }

  @Test
  void its_grammar_and_its_table_have_every_activation() throws IOException {
    Set<String> activations = Set.of(Activations.names().split(", "));
    assertEquals(activations, words("activation"));
    Set<String> tabulated =
        document()
            .lines()
            .dropWhile(line -> !line.startsWith("| `act` | phi(x)"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .flatMap(line -> quoted(line.split("\\|")[1], '`'))
            .collect(Collectors.toSet());
    assertEquals(activations, tabulated);
  }

  /** The words in quotes of a rule of the grammar. */
  private static Set<String> words(String rule) throws IOException {
    Matcher text =
        Pattern.compile("^" + rule + " +=([^;]+);", Pattern.MULTILINE).matcher(document());
    assertTrue(text.find(), "the grammar has no rule " + rule);
    return quoted(text.group(1), '"').collect(Collectors.toSet());
  }

  private static Stream<String> quoted(String text, char quote) {
    return Pattern.compile(quote + "(\\w+)" + quote).matcher(text).results().map(r -> r.group(1));
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("docs/specification.md"));
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
