package dev.zonal.cli.plot;

import dev.zonal.cli.terminal.CommandWords;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.document.Origin;
import dev.zonal.report.figure.Figure;
import dev.zonal.report.figure.FigureSize;
import dev.zonal.report.figure.PgfplotsWriter;
import dev.zonal.report.figure.Picture;
import dev.zonal.text.Quotation;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a figure goes, how large it is, and what draws it. */
final class FigureOutput {
  private static final String ENDINGS = ".svg, .pdf, .png or .tex";
  private static final double LEAST = 20;
  private static final double MOST = 1000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description =
          "FILE.svg, FILE.pdf, FILE.png, or FILE.tex for pgfplots with its points in FILE.csv.")
  private String file;

  @Option(
      names = "--width",
      paramLabel = "MM",
      defaultValue = "84",
      description = "Width in millimetres (default 84, a column).")
  private double width;

  @Option(
      names = "--height",
      paramLabel = "MM",
      defaultValue = "63",
      description = "Height in millimetres (default 63).")
  private double height;

  @Option(
      names = "--dpi",
      paramLabel = "N",
      defaultValue = "300",
      description = "Pixels to the inch of a PNG, 36 to 2400 (default 300).")
  private int dpi;

  @Option(names = "--standalone", description = "For .tex: a document of its own.")
  private boolean standalone;

  /**
   * Asks what can be asked before the work.
   *
   * @throws UsageException if the name says no format, or a size is none
   */
  void check() {
    kind();
    if (!(width >= LEAST && width <= MOST && height >= LEAST && height <= MOST)) {
      throw new UsageException("--width and --height are from 20 to 1000 mm");
    }
    if (dpi < 36 || dpi > 2400) {
      throw new UsageException("--dpi is from 36 to 2400");
    }
    if (standalone && !kind().equals("tex")) {
      throw new UsageException("--standalone is for .tex");
    }
  }

  private String kind() {
    String name = file.toLowerCase(Locale.ROOT);
    for (String kind : new String[] {"svg", "pdf", "png", "tex"}) {
      if (name.endsWith("." + kind)) {
        return kind;
      }
    }
    throw new UsageException(
        "--output: the name %s has to end in %s".formatted(Quotation.of(file), ENDINGS));
  }

  /** Writes the figure. */
  void write(Figure figure, Streams streams) {
    if (figure.isEmpty()) {
      throw new UsageException("there is nothing to see: no point has a place on the axes");
    }
    FigureSize size = new FigureSize(width, height, dpi);
    Origin made = Origin.of(CommandWords.of(command));
    String origin = made.program() + " " + String.join(" ", made.command());
    if (kind().equals("tex")) {
      writeTex(new PgfplotsWriter(figure, size, origin), streams);
      return;
    }
    Picture picture = new Picture(figure, size, origin);
    try (Destination destination = Destination.of(file, streams)) {
      destination.writeBytes(
          switch (kind()) {
            case "svg" -> picture::writeSvg;
            case "pdf" -> picture::writePdf;
            default -> picture::writePng;
          });
    }
  }

  private void writeTex(PgfplotsWriter writer, Streams streams) {
    String table = file.substring(0, file.length() - ".tex".length()) + ".csv";
    try (Destination points = Destination.of(table, streams);
        Destination picture = Destination.of(file, streams)) {
      points.write(writer::writeTable);
      String name = Path.of(table).getFileName().toString();
      picture.write(out -> writer.write(out, name, standalone));
    }
  }
}
