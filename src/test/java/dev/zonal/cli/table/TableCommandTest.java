package dev.zonal.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCommandTest {
  private static final String SOUND =
      """
      # A table.
      table: spectrum
      kernels:
        - laplace:c={1,2}
      dimension: [3, 5]
      k: 0..2
      digits: 5
      """;

  @TempDir private Path directory;

  private ZonalRun table(String text, String... more) throws IOException {
    Path file = directory.resolve("t.yaml");
    Files.writeString(file, text);
    String[] words = new String[more.length + 2];
    words[0] = "table";
    words[1] = file.toString();
    System.arraycopy(more, 0, words, 2, more.length);
    return ZonalRun.of(words);
  }

  @Test
  void aDescriptionIsTheCommandWithItsOptionsAsKeys() throws IOException {
    ZonalRun command =
        ZonalRun.of(
            "spectrum",
            "laplace:c={1,2}",
            "--dimension=3,5",
            "--k=0..2",
            "--digits=5",
            "--format=latex",
            "--standalone",
            "--caption=A & B");
    ZonalRun described = table(SOUND + "format: latex\nstandalone: true\ncaption: A & B\n");
    assertEquals(0, described.exitCode(), described.messages());
    assertEquals(command.results(), described.results());
    assertTrue(command.results().contains("A \\& B"), command.results());
  }

  @Test
  void aFormatOfTheRunReplacesThatOfTheDescription() throws IOException {
    ZonalRun run = table(SOUND + "format: latex\n", "--format", "csv");
    assertTrue(run.results().startsWith("kernel,dimension,k,eigenvalue"), run.results());
    Path file = directory.resolve("x.md");
    assertEquals(0, table(SOUND + "format: latex\n", "--output", file.toString()).exitCode());
    assertTrue(Files.readString(file).startsWith("<!-- zonal"));
  }

  @Test
  void whatOnlyTheReplacedFormatHasIsLeftOut() throws IOException {
    String text = SOUND + "format: latex\nstandalone: true\ncaption: About $c$\n";
    assertTrue(table(text, "--format", "markdown").results().contains("About $c$"));
    assertTrue(table(text, "--format", "csv").results().startsWith("kernel,"));
    assertTrue(table(text, "--format", "latex").results().contains("\\documentclass"));
    Path file = directory.resolve("x.JSON");
    assertEquals(0, table(text, "--output", file.toString()).exitCode());
    assertEquals(2, table(text, "--format", "latx").exitCode());
  }

  @Test
  void valuesOfAKernelAreATableAsWell() throws IOException {
    ZonalRun run = table("table: kernel\nkernels: laplace:c=1\nat: -1,0\nformat: csv\ndigits: 3\n");
    assertEquals("u,value\n-1,1.35e-1\n0,2.43e-1\n", run.results(), run.messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8 | colums: k,share | 'colums' is unknown, allowed are table, kernels,; did you mean 'columns'?",
        "8 | digits: 6 | 'digits' stands on line 7 already",
        "8 | output: x.tex | 'output' is unknown",
        "8 | standalone: maybe | 'standalone' is true or false, not 'maybe'",
        "8 | caption: | 'caption' has no value",
        "8 | caption: {a: b} | 'caption' is given by values and lists of values only",
        "8 | caption: [] | 'caption' has no value",
        "8 | caption: *a | 'caption' is given by values",
        "9 | --- | a second document",
        "8 | 'caption: \"a' | no YAML"
      })
  void whatIsWrongIsNamedWithItsLine(int line, String text, String message) throws IOException {
    ZonalRun run = table(SOUND + text + "\n" + (text.equals("---") ? "a: b\n" : ""));
    assertEquals(2, run.exitCode());
    assertEquals(1, run.messages().lines().count(), run.messages());
    for (String part : message.split(";(?= did|$)")) {
      assertTrue(run.messages().contains(part), run.messages());
    }
    boolean isSyntax = message.startsWith("no YAML");
    assertTrue(isSyntax || run.messages().contains(", line " + line + ": "), run.messages());
    assertEquals("", run.results());
  }

  @Test
  void otherFilesAreRefusedInOneLine() throws IOException {
    for (String text :
        new String[] {
          "",
          "# only a comment\n",
          "- a\n",
          "just words",
          "k: 0..2\n",
          "table: spectra\n",
          "table: spectrum\nk: 0..2\n",
          "table: spectrum\nkernels: --output=x\n",
          "\0",
          "a: b: c"
        }) {
      ZonalRun run = table(text);
      assertEquals(2, run.exitCode(), text);
      assertEquals(1, run.messages().lines().count(), run.messages());
    }
    ZonalRun missing = ZonalRun.of("table", directory.resolve("none").toString());
    assertTrue(missing.messages().contains("no such file"), missing.messages());
    assertEquals(2, ZonalRun.of("table", directory.toString()).exitCode());
  }

  @Test
  void theExampleIsATable() {
    ZonalRun run = ZonalRun.of("table", "docs/data/tables/depths.yaml");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains("\\label{tab:depths}"), run.results());
  }
}
