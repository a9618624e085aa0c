package dev.zonal.report.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import dev.zonal.context.OptionalLibrary;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A figure as SVG, PDF or PNG; the same bytes on every machine.
 *
 * @param origin the program and the command that made it
 */
public record Picture(Figure figure, FigureSize size, String origin) {
  private static final String SVG = "http://www.w3.org/2000/svg";

  public Picture {
    OptionalLibrary.JFREECHART.require();
    OptionalLibrary.PDFBOX_GRAPHICS.require();
    OptionalLibrary.BATIK.require();
    System.setProperty("java.awt.headless", "true");
  }

  /** With letters as outlines, so that no font is needed; the caption as its description. */
  public void writeSvg(OutputStream out) throws IOException {
    Document document;
    try {
      document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(origin);
    SVGGraphics2D surface = new SVGGraphics2D(context, true);
    draw(surface);
    Element root = surface.getRoot();
    root.setAttribute("width", size.width() + "mm");
    root.setAttribute("height", size.height() + "mm");
    root.setAttribute("viewBox", "0 0 " + size.widthInPoints() + " " + size.heightInPoints());
    root.setAttribute("role", "img");
    Element description = document.createElementNS(SVG, "desc");
    description.setTextContent(figure.caption());
    root.insertBefore(description, root.getFirstChild());
    document.replaceChild(root, document.getDocumentElement());
    write(document, out);
  }

  private static void write(Document document, OutputStream out) throws IOException {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IOException(e);
    }
  }

  /** With the font embedded, as far as it is used. */
  public void writePdf(OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument();
        InputStream font = ChartFonts.file()) {
      float width = (float) size.widthInPoints();
      float height = (float) size.heightInPoints();
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      document.getDocumentInformation().setTitle(figure.caption());
      document.getDocumentInformation().setCreator(origin);
      // Otherwise it is made of the time.
      document.setDocumentId(0L);
      PdfBoxGraphics2DFontTextDrawer letters = new PdfBoxGraphics2DFontTextDrawer();
      letters.registerFont(ChartFonts.ofSize(1).getFontName(), font);
      PdfBoxGraphics2D surface = new PdfBoxGraphics2D(document, width, height);
      surface.setFontTextDrawer(letters);
      draw(surface);
      surface.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(surface.getXFormObject());
      }
      document.save(out);
      letters.close();
    }
  }

  /** In pixels. */
  public void writePng(OutputStream out) throws IOException {
    BufferedImage image =
        new BufferedImage(size.widthInPixels(), size.heightInPixels(), BufferedImage.TYPE_INT_RGB);
    Graphics2D surface = image.createGraphics();
    surface.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    surface.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    surface.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    surface.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    surface.scale(
        image.getWidth() / size.widthInPoints(), image.getHeight() / size.heightInPoints());
    draw(surface);
    surface.dispose();
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("Java has no writer of PNG");
    }
  }

  private void draw(Graphics2D surface) {
    new Chart(figure).draw(surface, size.widthInPoints(), size.heightInPoints());
  }
}
