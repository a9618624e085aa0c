package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymjaCommandTest {
  @TempDir Path directory;

  @Test
  void noControlCharacterReachesTheTerminal() {
    ZonalRun run =
        ZonalRun.of(
            "symja", "-e", "FromCharacterCode(Join(Range(0,31), {65, 127, 155, 8238, 228, 10}))");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(
        run.results()
            .strip()
            .chars()
            .allMatch(c -> c == '\n' || c == '\t' || c >= ' ' && c < 127 || c == 228),
        run.results());
    assertTrue(run.results().contains("\\u001b") && run.results().contains("\\u202e"));
  }

  @Test
  void aScriptThatIsNoTextIsRefusedInOneLine() throws IOException {
    Path script = Files.write(directory.resolve("script"), new byte[] {'1', '\n', (byte) 0xff});
    ZonalRun run = ZonalRun.of("symja", script.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("is no text in UTF-8"), run.messages());
    assertEquals(1, run.messages().lines().count());
    assertEquals("", run.results());
  }

  @Test
  void aScriptStopsWhereAFunctionIsUnknown() throws IOException {
    Path script = directory.resolve("script");
    Files.writeString(script, "# two\n1+1\nFoo(3)\n7\n", StandardCharsets.UTF_8);
    ZonalRun run = ZonalRun.of("symja", script.toString());
    assertEquals(2, run.exitCode());
    assertEquals("2", run.results().strip());
    assertTrue(run.messages().contains("foo is no known function"), run.messages());
    assertTrue(run.messages().contains("line 3"), run.messages());
  }

  @Tag("long")
  @Test
  void anAnswerThatIsTooLongExceedsALimit() {
    ZonalRun run = ZonalRun.of("symja", "-e", "Range(2500000)");
    assertEquals(4, run.exitCode(), run.messages());
    assertTrue(run.messages().contains("the answer has 18888897 characters"), run.messages());
    assertEquals("", run.results());
  }
}
