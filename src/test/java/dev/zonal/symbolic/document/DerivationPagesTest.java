package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of docs/derivations are what the commands print that stand beside them. */
class DerivationPagesTest {
  private static final Path FOLDER = Path.of("docs/derivations");
  private static final Pattern COMMAND =
      Pattern.compile("zonal derive (.*) --steps --format markdown --output (\\S+)");

  @Test
  void everyPageIsWhatItsCommandPrints() throws Exception {
    TreeSet<String> pages = new TreeSet<>();
    Matcher command = COMMAND.matcher(Files.readString(FOLDER.resolve("README.md")));
    while (command.find()) {
      String derived = Format.MARKDOWN.render(Request.derive(command.group(1)), true);
      assertEquals(derived, Files.readString(FOLDER.resolve(command.group(2))), command.group());
      pages.add(command.group(2));
    }
    assertTrue(pages.size() >= 3, pages.toString());
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("README.md"))
              .toList()
              .stream()
              .sorted()
              .toList(),
          pages.stream().toList());
    }
  }
}
