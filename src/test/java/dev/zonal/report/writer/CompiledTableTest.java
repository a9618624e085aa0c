package dev.zonal.report.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Legend;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import java.io.File;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that TeX typesets; without TeX there is nothing to see here. {@code mvn test -Platex}. */
@Tag("latex")
class CompiledTableTest {
  private static final String TRAPS = "[a] *b* \\c {d} $e$ f&g #h i_j k^l m~n 10% <o> |p|";

  @TempDir private Path directory;

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private String run(String... words) throws Exception {
    Process process =
        new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
    return said;
  }

  private static String latex(Document document, boolean isAlone) throws Exception {
    StringWriter out = new StringWriter();
    Publication publication =
        new Publication(Optional.empty(), Optional.of("tab:t"), isAlone, Optional.empty());
    DocumentWriter.write(document, Format.LATEX, Origin.of(List.of("test")), publication, out);
    return out.toString();
  }

  private String typeset(Document document) throws Exception {
    return typeset(latex(document, true));
  }

  /** What is on the pages. */
  private String typeset(String text) throws Exception {
    assumeTrue(isThere("pdflatex"), "no pdflatex on the path");
    assumeTrue(isThere("pdftotext"), "no pdftotext on the path");
    Files.writeString(directory.resolve("t.tex"), text);
    // Twice, for the references, and the columns of a table of several pages.
    for (int i = 0; i < 2; i++) {
      run("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "t.tex");
    }
    return run("pdftotext", "-layout", "t.pdf", "-");
  }

  private static Document document(Table<?> table) {
    return Document.of(new Page(), table, Envelope.of("test", 1, new Fields()))
        .with(Legend.of("Values $\\eta_k$ of `x:c=1`", List.of("A note on $K$.")));
  }

  @Test
  void whatLatexTakesForItsOwnIsPrinted() throws Exception {
    Table<String> table =
        Table.of(List.of(TRAPS, "second"))
            .withText("words", text -> text)
            .with("code", Cell.Code::new)
            .with("x", "x", text -> Cell.of("1.50e-" + text.length()));
    String page = typeset(document(table));
    assertTrue(page.contains(TRAPS), page);
    assertTrue(page.contains("x:c=1") && page.contains("A note on K."), page);
  }

  @Test
  void everyDigitOfANumberIsPrinted() throws Exception {
    List<String> numbers =
        IntStream.range(0, 8).mapToObj(i -> "-1.2345678901234567" + i + "0e-" + (i + 5)).toList();
    Table<String> table = Table.of(numbers).withText("k", number -> "7").withText("x", n -> n);
    String page = typeset(document(table)).replaceAll("[\\s\u2009\u00a0]", "");
    for (String number : numbers) {
      String digits = number.substring(1, number.indexOf('e'));
      assertTrue(page.contains(digits), () -> digits + " in " + page);
    }
  }

  private static Table<Integer> numbered(int rows) {
    return Table.of(IntStream.range(0, rows).boxed().toList())
        .withText("row", row -> "row" + row + ".")
        .with("x", "x", row -> Cell.of("1.50e-" + row));
  }

  private static void assertHasAllRows(int rows, String pages) {
    for (int row = 0; row < rows; row++) {
      assertTrue(pages.contains("row" + row + "."), "row " + row + " is on no page");
    }
  }

  private static long pagesWithAHead(String pages) {
    return Stream.of(pages.split("\f")).filter(page -> page.contains("row  ")).count();
  }

  @Test
  void aTableOfSeveralPagesHasItsHeadOnEachAndCanBeReferredTo() throws Exception {
    String table = latex(document(numbered(150)), false);
    String packages = table.lines().filter(line -> line.startsWith("% \\use")).findFirst().get();
    String pages =
        typeset(
            "\\documentclass{article}\n"
                + packages.substring(2)
                + "\n\\begin{document}\nTable \\ref{tab:t} is long.\n"
                + table
                + "The end.\n\\end{document}\n");
    assertHasAllRows(150, pages);
    assertTrue(pages.contains("Table 1 is long."), pages);
    assertTrue(pages.contains("A note on K."), pages);
    assertEquals(1, pages.split("x:c=1", -1).length - 1, pages);
    assertTrue(pagesWithAHead(pages) >= 4, pages);
    assertEquals(pages.split("\f").length, pagesWithAHead(pages), pages);
  }

  @Test
  void aDocumentHasOnePageAsLongAsItsTableWhileTexCanMeasureIt() throws Exception {
    String page = typeset(document(numbered(1000)));
    assertHasAllRows(1000, page);
    assertEquals(1, page.split("\f").length);
    String pages = typeset(document(numbered(1001)));
    assertHasAllRows(1001, pages);
    assertTrue(pages.split("\f").length > 20);
  }
}
