package dev.zonal.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotCommandTest {
  @TempDir private Path folder;

  private ZonalRun plot(String words, String output) {
    return ZonalRun.of(
        Stream.concat(
                Stream.of(("plot " + words).split(" ")),
                Stream.of("--output", folder.resolve(output).toString()))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decay fcntk:L=1 laplace:c=1 --dimension 3 --k 1..20",
        "scaled resntk:L=2,alpha=1 --dimension 2,3 --k 1..20",
        "shape fcntk:L=3 laplace:c=1",
        "quotient fcntk:L=2 laplace:c=1 --dimension 3 --k 1..20",
        "gram fcntk:L=1 fcntk:L=2 --points docs/data/plane.csv --on-sphere"
      })
  void everyFigureIsDrawnInEveryFormat(String words) throws IOException {
    for (String ending : List.of("svg", "pdf", "png", "tex")) {
      ZonalRun run = plot(words, "figure." + ending);
      assertEquals(0, run.exitCode(), run.messages());
      assertTrue(Files.size(folder.resolve("figure." + ending)) > 1000, ending);
    }
    assertTrue(Files.readString(folder.resolve("figure.tex")).contains("{figure.csv}"));
    assertTrue(Files.readString(folder.resolve("figure.csv")).startsWith("x1,y1"));
  }

  @Test
  void columnsOfATableAreCurves() throws IOException {
    Path table = folder.resolve("t.csv");
    Files.writeString(table, "m,p,error\n1,2,1e-3\n4,2,1/4000\n16,2,\n1,4,1e-5\n");
    ZonalRun run =
        plot("table " + table + " --x m --y error --by p --log x,y --where p=2", "f.tex");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals(
        "x1,y1,x2,y2\n1e0,1e-3,1e0,1e-3\n4e0,2.5e-4,4e0,2.5e-4\n",
        Files.readString(folder.resolve("f.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "shape fcntk:L=1; f.jpg; has to end in .svg, .pdf, .png or .tex",
        "shape fcntk:L=1 --width 5; f.svg; --width and --height are from 20 to 1000 mm",
        "shape fcntk:L=1 --width NaN; f.svg; --width and --height are from 20 to 1000 mm",
        "shape fcntk:L=1 --dpi 1; f.png; --dpi is from 36 to 2400",
        "shape fcntk:L=1 --standalone; f.svg; --standalone is for .tex",
        "scaled polynomial:[1,1] --dimension 3 --k 1..3; f.svg; there is nothing to see",
        "table docs/data/nothing.csv --x a --y b; f.svg; no such file",
        "table docs/data/plane.csv --x X --y y; f.svg; has no column 'X'; did you mean 'x'?",
        "table docs/data/plane.csv --x x --y y --log z; f.svg; --log is x, y or x,y",
        "table docs/data/plane.csv --x x --y y --where x; f.svg; is not of the form COLUMN=VALUE",
        "gram fcntk:L=1 --points docs/data/nothing.csv; f.svg; no such file",
        "shape nothing; f.svg; 'nothing'"
      })
  void whatCannotBeDrawnIsOneLine(String words, String output, String message) {
    ZonalRun run = plot(words, output);
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().contains(message), run.messages());
    assertFalse(Files.exists(folder.resolve(output)));
  }

  @Test
  void kernelsThatAreNotEquivalentHaveNoFigure() {
    ZonalRun run = plot("quotient fcntk:L=1 laplace:c=1 --dimension 3 --k 1..9", "f.svg");
    assertEquals(4, run.exitCode());
    assertFalse(Files.exists(folder.resolve("f.svg")));
  }

  /** Needs TeX Live with pgfplots. */
  @Test
  @Tag("latex")
  void pgfplotsCompiles() throws Exception {
    ZonalRun run =
        plot("scaled resntk:L=2,alpha=1 laplace:c=1 --dimension 3 --k 1..40 --standalone", "f.tex");
    assertEquals(0, run.exitCode(), run.messages());
    Process latex =
        new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "f.tex")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertEquals(0, latex.waitFor(), () -> read(folder.resolve("log")));
    assertTrue(Files.size(folder.resolve("f.pdf")) > 5000);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
