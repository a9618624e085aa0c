package dev.zonal.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The libraries that a part of Zonal needs and that do not come with it: who uses that part adds
 * the library. Numbers and proofs need none of them.
 */
public enum OptionalLibrary {
  /** For formulas. */
  SYMJA(
      "deriving formulas",
      "org.matheclipse:matheclipse-core",
      "/org/matheclipse/core/expression/F.class"),
  /** For writing JSON. */
  JACKSON_CORE(
      "writing JSON",
      "com.fasterxml.jackson.core:jackson-core",
      "/com/fasterxml/jackson/core/JsonFactory.class"),
  /** For reading certificates and networks. */
  JACKSON_DATABIND(
      "reading certificates and networks",
      "com.fasterxml.jackson.core:jackson-databind",
      "/com/fasterxml/jackson/databind/json/JsonMapper.class"),
  /** For reading descriptions of tables, and claims. */
  JACKSON_YAML(
      "reading YAML",
      "com.fasterxml.jackson.dataformat:jackson-dataformat-yaml",
      "/com/fasterxml/jackson/dataformat/yaml/YAMLFactory.class"),
  /** For CSV, written and read. */
  COMMONS_CSV("CSV", "org.apache.commons:commons-csv", "/org/apache/commons/csv/CSVPrinter.class"),
  /** For linear algebra in doubles. */
  HIPPARCHUS_CORE(
      "the laboratory",
      "org.hipparchus:hipparchus-core",
      "/org/hipparchus/linear/RealMatrix.class"),
  /** For differential equations in doubles. */
  HIPPARCHUS_ODE(
      "the laboratory",
      "org.hipparchus:hipparchus-ode",
      "/org/hipparchus/ode/nonstiff/DormandPrince853Integrator.class"),
  /** For stores. */
  SQLITE("stores", "org.xerial:sqlite-jdbc", "/org/sqlite/JDBC.class"),
  /** For pictures. */
  JFREECHART("pictures", "org.jfree:jfreechart", "/org/jfree/chart/JFreeChart.class"),
  /** For pictures as PDF, and for their font. */
  PDFBOX_GRAPHICS(
      "pictures",
      "de.rototor.pdfbox:graphics2d",
      "/de/rototor/pdfbox/graphics2d/PdfBoxGraphics2D.class"),
  /** For pictures as SVG. */
  BATIK(
      "pictures",
      "org.apache.xmlgraphics:batik-svggen",
      "/org/apache/batik/svggen/SVGGraphics2D.class"),
  /** For the command line. */
  PICOCLI("the command line", "info.picocli:picocli", "/picocli/CommandLine.class");

  private final String purpose;
  private final String coordinates;
  private final String representative;

  OptionalLibrary(String purpose, String coordinates, String representative) {
    this.purpose = purpose;
    this.coordinates = coordinates;
    this.representative = representative;
  }

  /** A library is not on the class path; the message says in one line which. */
  public static final class Missing extends LinkageError {
    private static final long serialVersionUID = 1;

    private Missing(OptionalLibrary library) {
      super(
          "%s needs %s:%s, which is not on the class path: add it to the dependencies"
              .formatted(library.purpose, library.coordinates, library.version()));
    }
  }

  /**
   * Asks for the library before the first use of it, and loads nothing. What it throws is an error,
   * so that a static initialiser may ask as well.
   *
   * @throws Missing if it is not on the class path
   */
  public void require() {
    if (OptionalLibrary.class.getResource(representative) == null) {
      throw new Missing(this);
    }
  }

  /** The version that Zonal is built and tested with. */
  private String version() {
    Properties versions = new Properties();
    try (InputStream in = OptionalLibrary.class.getResourceAsStream("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.getProperty(coordinates);
  }
}
