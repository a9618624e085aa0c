package dev.zonal.report.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** One figure in every format. */
class FigureWritersTest {
  private static final FigureSize SIZE = new FigureSize(84, 63, 150);
  private static final Figure FIGURE =
      new Figure(
          "Some numbers <of> no meaning.",
          Axis.logarithmic("k"),
          Axis.logarithmic("K^{E}\\,\\eta_k"),
          List.of(
              new Curve(
                  "first_one",
                  Style.MARKS,
                  List.of(new Point(1, 1e-3), new Point(2, 0), new Point(10, 1e-5))),
              new Curve(
                  "", Style.BAND, List.of(new Point(1, 1e-4, 1e-2), new Point(10, 1e-6, 1e-4))),
              new Curve("", Style.DASHED, List.of(new Point(1, 1e-3), new Point(10, 1e-5))),
              new Curve("second", Style.LINE, List.of(new Point(1, .5), new Point(9, .01)))));

  /** What writes a picture. */
  @FunctionalInterface
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static byte[] bytes(Content content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.write(out);
    return out.toByteArray();
  }

  private static Picture picture() {
    return new Picture(FIGURE, SIZE, "zonal plot");
  }

  @Test
  void everyFormatHasTheSameBytesAgain() throws IOException {
    assertArrayEquals(bytes(picture()::writeSvg), bytes(picture()::writeSvg));
    assertArrayEquals(bytes(picture()::writePdf), bytes(picture()::writePdf));
    assertArrayEquals(bytes(picture()::writePng), bytes(picture()::writePng));
  }

  @Test
  void svgIsWellFormedOfItsSizeAndSaysWhatItShows() throws Exception {
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes(picture()::writeSvg)));
    assertEquals("svg", svg.getDocumentElement().getTagName());
    assertEquals("84.0mm", svg.getDocumentElement().getAttribute("width"));
    assertEquals(FIGURE.caption(), svg.getElementsByTagName("desc").item(0).getTextContent());
    assertEquals(0, svg.getElementsByTagName("text").getLength(), "letters are outlines");
  }

  @Test
  void pdfEmbedsItsFontAndItsLettersCanBeSearched() throws IOException {
    byte[] pdf = bytes(picture()::writePdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("first_one"), text);
      assertTrue(text.contains("9 10"), text);
      assertEquals(FIGURE.caption(), document.getDocumentInformation().getTitle());
      PDResources page = document.getPage(0).getResources();
      for (COSName name : page.getXObjectNames()) {
        PDResources drawing = ((PDFormXObject) page.getXObject(name)).getResources();
        for (COSName font : drawing.getFontNames()) {
          assertTrue(drawing.getFont(font).isEmbedded());
          assertTrue(drawing.getFont(font).getName().endsWith("LiberationSans"));
        }
      }
      assertEquals(84 / 25.4 * 72, document.getPage(0).getMediaBox().getWidth(), .01);
    }
  }

  @Test
  void pngHasItsPixelsAndTheColoursOfThePalette() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(picture()::writePng)));
    assertEquals(496, image.getWidth());
    assertEquals(372, image.getHeight());
    Set<Integer> colours = new TreeSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y) & 0xffffff);
      }
    }
    assertTrue(colours.contains(Palette.colour(0)));
    assertTrue(colours.contains(Palette.colour(1)));
    assertFalse(colours.contains(Palette.colour(2)));
  }

  /** A point that has no place on a logarithmic axis is left out, not moved. */
  @Test
  void theTableHasTheVisiblePointsInColumns() throws IOException {
    StringWriter out = new StringWriter();
    new PgfplotsWriter(FIGURE, SIZE, "zonal plot").writeTable(out);
    assertEquals(
        "x1,y1,x2,y2,u2,x3,y3,x4,y4\n"
            + "1e0,1e-3,1e0,1e-4,1e-2,1e0,1e-3,1e0,5e-1\n"
            + "1e1,1e-5,1e1,1e-6,1e-4,1e1,1e-5,9e0,1e-2\n",
        out.toString());
  }

  @Test
  void pgfplotsReadsEveryColumnAndNamesTheCurvesThatHaveNames() throws IOException {
    StringWriter out = new StringWriter();
    new PgfplotsWriter(FIGURE, SIZE, "zonal plot").write(out, "points.csv", true);
    String tex = out.toString();
    for (int i = 1; i <= 4; i++) {
      assertTrue(tex.contains("table[x=x" + i + ", y="), tex);
    }
    assertTrue(tex.contains("\\addlegendentry{\\texttt{first\\_one}}"), tex);
    assertEquals(2, tex.split("addlegendentry", -1).length - 1);
    assertTrue(tex.startsWith("% zonal plot\n\\documentclass"), tex);
    StringWriter part = new StringWriter();
    new PgfplotsWriter(FIGURE, SIZE, "zonal plot").write(part, "points.csv", false);
    assertFalse(part.toString().contains("documentclass"));
  }

  @Test
  void curvesWithoutANameHaveTheColourOfTheOneBefore() {
    assertEquals(List.of(0, 0, 0, 1), FIGURE.colours());
  }

  @Property(tries = 200)
  void nothingOfANameIsACommandOfTex(
      @ForAll @Size(max = 20) List<@CharRange(from = ' ', to = '~') Character> letters) {
    StringBuilder name = new StringBuilder();
    letters.forEach(name::append);
    String tex = PgfplotsWriter.escaped(name.toString());
    String back =
        tex.replace("\\textbackslash{}", "\u0001")
            .replace("\\textasciicircum{}", "^")
            .replace("\\textasciitilde{}", "~")
            .replaceAll("\\\\([_%$#&{}])", "$1")
            .replace("\u0001", "\\");
    assertEquals(name.toString(), back);
    String rest =
        tex.replaceAll("\\\\text(backslash|asciicircum|asciitilde)\\{\\}|\\\\[_%$#&{}]", "");
    assertFalse(rest.matches(".*[_%$#&{}^~\\\\].*"), tex);
  }

  @Property(tries = 200)
  void aFigureShowsWhatItsAxesShow(
      @ForAll @DoubleRange(min = -10, max = 10) double x,
      @ForAll @DoubleRange(min = -10, max = 10) double y) {
    Curve curve = new Curve("c", Style.MARKS, List.of(new Point(x, y)));
    Figure linear = new Figure("", Axis.linear("x"), Axis.linear("y"), List.of(curve));
    Figure logarithmic =
        new Figure("", Axis.logarithmic("x"), Axis.logarithmic("y"), List.of(curve));
    assertFalse(linear.isEmpty());
    assertEquals(x <= 0 || y <= 0, logarithmic.isEmpty());
  }

  @Test
  void labelsAreFormulas() {
    assertEquals("K^E\u2009\u03b7_k", new Label("K^{E}\\,\\eta_k").plain());
    assertEquals("10^\u22123", new Label("10^{-3}").plain());
    assertEquals("f(\u03b8)/f(0)", new Label("f(\\theta)/f(0)").plain());
    assertEquals("error\u2212f", new Label("\\mathrm{error-f}").plain());
    assertEquals("\u03b7_k/\u03b7\u2032_k", new Label("\\eta_k/\\eta'_k").plain());
  }
}
