package dev.zonal.report.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The font of pictures, Liberation Sans (SIL Open Font License), which comes with PDFBox: the same
 * picture on every machine, whatever fonts it has.
 */
final class ChartFonts {
  private static final String LIBERATION =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final Font FONT = load();

  private ChartFonts() {}

  /** At a size in points. */
  static Font ofSize(double size) {
    return FONT.deriveFont((float) size);
  }

  /** The file of the font. */
  static InputStream file() {
    return PDDocument.class.getResourceAsStream(LIBERATION);
  }

  private static Font load() {
    try (InputStream in = file()) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the font of PDFBox is not readable", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
