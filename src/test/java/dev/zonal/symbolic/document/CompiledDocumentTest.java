package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.derivation.End;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixty documents of every kind, which TeX typesets: nothing stands in the margin. */
@Tag("latex")
class CompiledDocumentTest {
  private static final Pattern OVERFULL = Pattern.compile("Overfull \\\\[hv]box \\(([0-9.]+)pt");
  private static final double TOLERANCE = 1;

  @TempDir Path directory;

  private static List<String> requests() throws Exception {
    Path list = Path.of(CompiledDocumentTest.class.getResource("documents.txt").toURI());
    return Files.readAllLines(list);
  }

  /** A request as the command line has it. */
  private static Derivation derive(String request) {
    String[] words = request.split(" ", -1);
    Map<String, String> options = new HashMap<>();
    for (int i = 2; i < words.length; i += 2) {
      options.put(words[i], words[i + 1]);
    }
    int order = Integer.parseInt(options.getOrDefault("--order", "5"));
    End end =
        options.containsKey("--end")
            ? End.valueOf(options.get("--end").toUpperCase(Locale.ROOT))
            : null;
    return switch (words[0]) {
      case "recursion" -> Derivations.recursion(words[1], options.containsKey("--variable"));
      case "expansion" -> Derivations.expansion(words[1], order, end);
      case "eigenvalue" ->
          Derivations.eigenvalue(
              words[1], integer(options.get("--k")), integer(options.get("--dimension")));
      case "constant" -> Derivations.constant(words[1], 1);
      default -> throw new IllegalArgumentException(request);
    };
  }

  private static Integer integer(String text) {
    return text == null ? null : Integer.valueOf(text);
  }

  @Test
  void noDocumentOfAnyKindIsWiderThanItsPage() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdflatex"))),
        "no pdflatex on the path");
    List<String> requests = requests();
    assertEquals(60, requests.size());
    StringBuilder body = new StringBuilder();
    for (String request : requests) {
      Derivation derivation = derive(request);
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
