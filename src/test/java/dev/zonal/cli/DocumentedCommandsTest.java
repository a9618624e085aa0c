package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages show what the program prints. */
class DocumentedCommandsTest {
  private static final String COMMAND = "    ./zonal ";

  /** What a slow machine says beside its answer. */
  private static final Pattern PROGRESS =
      Pattern.compile("^zonal: [a-z]+: .* after [0-9]+ s\n", Pattern.MULTILINE);

  private static final Pattern OUTPUT = Pattern.compile("--output (\\S+)");

  /** A command of the page, and what follows it. */
  private record Example(String command, String output) {}

  private static List<Example> examples(String page) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("docs", page));
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(COMMAND)) {
        int end = i + 1;
        while (end < lines.size()
            && !lines.get(end).startsWith(COMMAND)
            && (lines.get(end).isEmpty() || lines.get(end).startsWith("    "))) {
          end++;
        }
        String block =
            String.join("\n", lines.subList(i + 1, end)).stripTrailing().stripIndent().strip();
        examples.add(new Example(lines.get(i).substring(COMMAND.length()), block));
      }
    }
    return examples;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data.md",
        "conventions.md",
        "laboratory.md",
        "gallery.md",
        "guide.md",
        "paper.md",
        "scripts.md"
      })
  void everyCommandPrintsWhatThePageSays(String page, @TempDir Path folder) throws IOException {
    List<Example> examples = examples(page);
    assertTrue(examples.size() >= 4);
    for (Example example : examples) {
      String command = example.command().replace("near.json", folder.resolve("near.json") + "");
      Matcher output = OUTPUT.matcher(command);
      if (output.find()) {
        Path written = folder.resolve(Path.of(output.group(1)).getFileName());
        String elsewhere = output.replaceFirst("--output " + written);
        ZonalRun run =
            ZonalRun.of(
                elsewhere.replace(" errors.csv", " " + folder.resolve("errors.csv")).split(" "));
        assertEquals(0, run.exitCode(), example.command() + run.messages());
        assertTrue(Files.size(written) > 0, example.command());
        assertEquals("", example.output());
        continue;
      }
      ZonalRun run = ZonalRun.of(command.split(" "));
      String printed = (run.results() + PROGRESS.matcher(run.messages()).replaceAll("")).strip();
      assertEquals(
          example.output(),
          String.join("\n", Arrays.stream(printed.split("\n")).map(String::stripTrailing).toList()),
          example.command());
    }
  }
}
