package dev.zonal.report.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Legend;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.text.Quotation;
import dev.zonal.text.markup.MathMl;
import dev.zonal.text.markup.Prose;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Tables in the formats in which they are published, read back by readers that are none of ours.
 */
class PublishedTableTest {
  private static final List<String> NUMBERS = List.of("-1.250e-3", "0", "3.1e10", "7.50000e-1");

  /** Rows of two texts, the second a code, and numbers. */
  private record Line(String words, String code, String number) {}

  private static Document document(List<Line> lines, String caption, String note) {
    Table<Line> table =
        Table.of(lines)
            .withText("words", Line::words)
            .with("code", line -> new Cell.Code(line.code()))
            .with("number", "x_k", line -> Cell.of(line.number()));
    return Document.of(new Page(), table, Envelope.of("test", 1, new Fields()))
        .with(new Legend(Prose.plain(caption), List.of(Prose.plain(note))));
  }

  private static String written(Document document, Format format) throws IOException {
    return written(document, format, Publication.PLAIN);
  }

  private static String written(Document document, Format format, Publication asked)
      throws IOException {
    StringWriter out = new StringWriter();
    Origin origin = new Origin("zonal 1", List.of("word", "it's >-->"));
    DocumentWriter.write(document, format, origin, asked, out);
    return out.toString();
  }

  /** Texts with everything in them that some format takes for its own. */
  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("ab1 \\{}$&#^_~%<>|\"`'[]*!?,;-+=.()/:@\u00e9\u2028\n\t")
            .ofMaxLength(12)
            // A column of numbers is one of texts no more.
            .filter(any -> !any.matches("-?[0-9][-0-9.e]*"));
    return text.flatMap(
            words ->
                text.flatMap(
                    code -> Arbitraries.of(NUMBERS).map(number -> new Line(words, code, number))))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** What a format may show of a text: one line, nothing invisible. */
  private static String shown(String text) {
    return Quotation.shown(text.replaceAll("[\n\t]+", " "));
  }

  @Property(tries = 300)
  void aPageIsReadBackByTheReaderOfXml(@ForAll("lines") List<Line> lines) throws Exception {
    String caption = lines.get(0).words();
    String page = written(document(lines, caption, lines.get(0).code()), Format.HTML);
    assertTrue(page.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'));
    org.w3c.dom.Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)));
    if (!shown(caption).isEmpty()) {
      assertEquals(shown(caption), texts(read.getDocumentElement(), "caption").get(0));
    }
    List<String> expected = new ArrayList<>();
    lines.forEach(
        line -> expected.addAll(List.of(shown(line.words()), shown(line.code()), line.number())));
    assertEquals(expected, texts(read.getDocumentElement(), "td"));
    List<String> codes =
        lines.stream().map(line -> shown(line.code())).filter(c -> !c.isEmpty()).toList();
    assertEquals(codes, texts(read.getDocumentElement(), "code"));
  }

  private static List<String> texts(Element root, String tag) {
    NodeList found = root.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /** By the rules of GitHub's specification: cells end at bars without a backslash. */
  @Property(tries = 300)
  void markdownIsReadBack(@ForAll("lines") List<Line> lines) throws IOException {
    String text = written(document(lines, "caption", "note"), Format.MARKDOWN);
    List<String> rows = text.lines().filter(line -> line.startsWith("| ")).toList();
    assertEquals(lines.size() + 2, rows.size(), text);
    assertEquals("| :--- | :--- | ---: |", rows.get(1));
    for (int i = 0; i < lines.size(); i++) {
      List<String> cells = cells(rows.get(i + 2));
      assertEquals(3, cells.size(), rows.get(i + 2));
      assertEquals(shown(lines.get(i).words()).strip(), words(cells.get(0)));
      assertEquals(shown(lines.get(i).code()).strip(), code(cells.get(1)).strip());
      assertEquals(lines.get(i).number(), cells.get(2));
    }
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 1; i < row.length(); i++) {
      char c = row.charAt(i);
      int backslashes = 0;
      while (row.charAt(i - 1 - backslashes) == '\\') {
        backslashes++;
      }
      if (c == '|' && backslashes % 2 == 0) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    assertEquals("", cell.toString());
    return cells;
  }

  /** What is no mark: every mark of the specification has a backslash before it. */
  private static String words(String cell) {
    assertFalse(cell.replaceAll("\\\\.", "").matches(".*[`*_\\[\\]<>|~$&#\\\\].*"), cell);
    return cell.replaceAll("\\\\(.)", "$1");
  }

  private static String code(String cell) {
    if (!cell.startsWith("`")) {
      return words(cell);
    }
    int fence = cell.length() - cell.replaceFirst("^`+", "").length();
    assertTrue(fence > 0 && cell.endsWith("`".repeat(fence)), cell);
    String inner = cell.substring(fence, cell.length() - fence);
    assertFalse(inner.contains("`".repeat(fence)), cell);
    return inner;
  }

  @Property(tries = 300)
  void latexHasTheNumbersOfTheCsvAndNothingThatItTakesForItsOwn(@ForAll("lines") List<Line> lines)
      throws IOException {
    Document document = document(lines, lines.get(0).words(), lines.get(0).code());
    String text = written(document, Format.LATEX);
    List<String> rows =
        text.lines()
            .dropWhile(line -> !line.contains("\\midrule"))
            .skip(1)
            .takeWhile(line -> !line.contains("\\bottomrule"))
            .toList();
    assertEquals(lines.size(), rows.size());
    List<String> csv = document.table().orElseThrow().texts().stream().map(r -> r.get(2)).toList();
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i).strip();
      assertTrue(row.endsWith(" \\\\"), row);
      // An ampersand without a backslash begins a cell.
      String[] cells = row.substring(0, row.length() - 3).split("(?<!\\\\)&", -1);
      assertEquals(3, cells.length, row);
      assertEquals(csv.get(i), cells[2].strip());
      String rest = (cells[0] + cells[1]).replaceAll("\\\\[A-Za-z]+|\\\\[{}$&#_%]", "");
      assertFalse(rest.matches(".*[\\\\$&#^_~%<>|\"`'].*"), rest);
      assertEquals(rest.replaceAll("[^{]", "").length(), rest.replaceAll("[^}]", "").length());
    }
  }

  /** Room in a column is what its longest number needs, sign and exponent apart. */
  @Property
  void aColumnHasRoomForEachOfItsNumbers(
      @ForAll @Size(min = 1, max = 5)
          List<@net.jqwik.api.constraints.IntRange(min = 0, max = 3) Integer> which) {
    List<String> texts = which.stream().map(NUMBERS::get).toList();
    NumberColumn room = NumberColumn.of(texts).orElseThrow();
    for (String text : texts) {
      assertTrue(NumberColumn.of(List.of(text)).orElseThrow().decimals() <= room.decimals());
      assertTrue(!text.startsWith("-") || room.signed());
    }
    assertEquals(Optional.empty(), NumberColumn.of(List.of("1/2")));
    assertEquals(
        "-1.5e-2",
        NumberColumn.of(List.of("-1.250e-3", "7.50000e-1", "3.1e10")).orElseThrow().format());
  }

  @Test
  void versionAndCommandAreInEveryDocumentAndADateOnRequest() throws IOException {
    Document document = document(List.of(new Line("a", "b", "1")), "c", "n");
    Publication dated =
        new Publication(
            Optional.of(Prose.parse("$\\eta_k$ of `b`")),
            Optional.of("tab:one"),
            true,
            Optional.of(LocalDate.of(2026, 11, 28)));
    for (Format format : Format.PUBLISHED) {
      String plain = written(document, format);
      assertTrue(plain.contains("zonal 1") && plain.contains("word "), plain);
      assertFalse(plain.contains("202"), plain);
      String asked = written(document, format, dated);
      assertTrue(asked.contains("zonal 1, 2026-11-28") && asked.contains("tab:one"), asked);
    }
    assertTrue(
        written(document, Format.LATEX, dated).contains("\\caption{$\\eta_k$ of \\texttt{b}}"));
    assertTrue(written(document, Format.MARKDOWN, dated).contains("$\\eta_k$ of `b`"));
    assertTrue(
        written(document, Format.HTML, dated)
            .contains("<msub><mi>&#951;</mi><mi>k</mi></msub></mrow></math> of <code>b</code>"));
  }

  @Test
  void nothingInACommentEndsIt() throws IOException {
    String text = written(document(List.of(new Line("a", "b", "1")), "c", "n"), Format.MARKDOWN);
    assertEquals(
        "<!-- zonal word 'it'\\''s &gt;--&gt;' -->", text.lines().skip(1).findFirst().get());
  }

  @Test
  void aFormulaThatIsNotReadIsShownAsItIsWritten() {
    assertEquals(Optional.empty(), MathMl.of("\\frac{a}{b}"));
    assertEquals(Optional.empty(), MathMl.of("x_"));
    assertEquals(Optional.empty(), MathMl.of("{x"));
    assertEquals(Optional.empty(), MathMl.of("x}"));
    assertEquals(
        Optional.of(
            "<math><mrow><msup><mi>&#120138;</mi><mrow><mi>d</mi><mo>&#8722;</mo><mn>1</mn></mrow>"
                + "</msup></mrow></math>"),
        MathMl.of("\\mathbb{S}^{d-1}"));
  }

  @Test
  void aFormulaThatWouldNotEndIsSeen() {
    for (String broken : List.of("$a}$", "$\\{{$", "$a%$", "$a\\$")) {
      assertTrue(Prose.parse(broken).brokenFormula().isPresent(), broken);
    }
    for (String sound : List.of("$a_{k}$", "5 $", "$\\{a\\}$", "100 % of `x`")) {
      assertEquals(Optional.empty(), Prose.parse(sound).brokenFormula());
    }
  }
}
