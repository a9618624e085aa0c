package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonal.symbolic.Derivation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixty documents and more, of every kind, which TeX typesets: nothing stands in the margin. */
@Tag("latex")
class CompiledDocumentTest {
  private static final Pattern OVERFULL = Pattern.compile("Overfull \\\\[hv]box \\(([0-9.]+)pt");
  private static final double TOLERANCE = 1;

  @TempDir Path directory;

  private static List<String> requests() throws Exception {
    Path list = Path.of(CompiledDocumentTest.class.getResource("documents.txt").toURI());
    return Files.readAllLines(list);
  }

  @Test
  void noDocumentOfAnyKindIsWiderThanItsPage() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdflatex"))),
        "no pdflatex on the path");
    List<String> requests = requests();
    assertTrue(requests.size() >= 60);
    StringBuilder body = new StringBuilder();
    for (String request : requests) {
      Derivation derivation = Request.derive(request);
      body.append("\\typeout{REQUEST ").append(request.replace("^", "**")).append("}\n");
      body.append(Format.LATEX.render(derivation, true)).append("\\clearpage\n");
      body.append(Format.LATEX.render(derivation, false)).append("\\clearpage\n");
    }
    Files.writeString(directory.resolve("t.tex"), Format.LATEX.alone(body.toString()));
    List<String> overfull = new ArrayList<>();
    String request = "";
    for (String line : typeset().split("\n", -1)) {
      request = line.startsWith("REQUEST") ? line : request;
      Matcher box = OVERFULL.matcher(line);
      if (box.find() && Double.parseDouble(box.group(1)) > TOLERANCE) {
        overfull.add(request + ": " + line);
      }
    }
    assertEquals(List.of(), overfull);
  }

  private String typeset() throws Exception {
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "t.tex")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    String said = Files.readString(output);
    assertEquals(0, process.exitValue(), said);
    return said;
  }
}
