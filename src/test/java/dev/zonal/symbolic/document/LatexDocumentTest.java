package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.derivation.Derivations;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All kinds of formulas in one document, for a LaTeX engine if there is one on the path. */
class LatexDocumentTest {
  @TempDir Path directory;

  private static Optional<Path> engine() {
    return Stream.of("pdflatex", "lualatex")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Derivation> derivations() {
    return Stream.concat(
        FormatTest.derivations(),
        Stream.of(
            Derivations.expansion("resntk:L=L,alpha=alpha,tau=tau", 1, null),
            Derivations.expansion("fcntk:L=L,beta=beta,bias=propagated", 1, null),
            Derivations.recursion("fcntk:L=L,beta=beta,bias=propagated", false),
            Derivations.eigenvalue("chord:s=s", null, null),
            Derivations.eigenvalue("arccos:n=3", null, null),
            Derivations.eigenvalue("polynomial:[1,0,3,1/2]", null, null),
            Derivations.constant("fcntk:L=L", 1)));
  }

  @Test
  void aLatexEngineTypesetsEveryFormula() throws Exception {
    Optional<Path> engine = engine();
    assumeTrue(engine.isPresent(), "no LaTeX engine on the path");
    String body =
        derivations()
            .map(derivation -> Format.LATEX.render(derivation, true))
            .collect(Collectors.joining("\n\\clearpage\n"));
    Files.writeString(
        directory.resolve("formulas.tex"),
        """
        \\documentclass[a3paper,landscape]{article}
        \\usepackage{amsmath}
        \\begin{document}
        %s
        \\end{document}
        """
            .formatted(body));
    Process process =
        new ProcessBuilder(
                engine.get().toString(),
                "-interaction=nonstopmode",
                "-halt-on-error",
                "formulas.tex")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output.txt").toFile())
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), Files.readString(directory.resolve("output.txt")));
    assertTrue(Files.size(directory.resolve("formulas.pdf")) > 0);
  }
}
