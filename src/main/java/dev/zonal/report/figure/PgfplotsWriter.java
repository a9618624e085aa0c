package dev.zonal.report.figure;

import dev.zonal.report.figure.Curve.Style;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** A figure for LaTeX: a picture of pgfplots that reads its points from a CSV file beside it. */
public final class PgfplotsWriter {
  private static final List<String> MARKS =
      List.of("*", "square*", "triangle*", "diamond*", "pentagon*", "o", "square");

  private final Figure figure;
  private final FigureSize size;
  private final String origin;

  /**
   * @param origin the program and the command, for a comment
   */
  public PgfplotsWriter(Figure figure, FigureSize size, String origin) {
    this.figure = figure.visible();
    this.size = size;
    this.origin = origin;
  }

  /** The points. */
  public void writeTable(Writer out) throws IOException {
    new FigureTable(figure).write(out);
  }

  /**
   * The picture.
   *
   * @param table the name of the file of the points, as LaTeX finds it
   * @param isStandalone whether it is a document of its own
   */
  public void write(Writer out, String table, boolean isStandalone) throws IOException {
    out.write("% " + origin + "\n");
    if (isStandalone) {
      out.write("\\documentclass[border=2pt]{standalone}\n\\usepackage{pgfplots}\n");
      out.write("\\pgfplotsset{compat=1.17}\\usepgfplotslibrary{fillbetween}\n\\begin{document}\n");
    } else {
      out.write(
          "% Needs \\usepackage{pgfplots}, \\pgfplotsset{compat=1.17} and"
              + " \\usepgfplotslibrary{fillbetween}.\n");
    }
    out.write("% " + figure.caption().replace("\n", "\n% ") + "\n");
    for (int i = 0; i < Palette.size(); i++) {
      out.write("\\definecolor{zonal%d}{HTML}{%s}\n".formatted(i, Palette.hexadecimal(i)));
    }
    out.write("\\begin{tikzpicture}\n\\begin{axis}[\n");
    out.write(
        String.format(
            Locale.ROOT,
            "  width=%.1fmm, height=%.1fmm, scale only axis=false,\n",
            size.width(),
            size.height()));
    out.write("  xlabel={$" + figure.x().label().tex() + "$}, ");
    out.write("ylabel={$" + figure.y().label().tex() + "$},\n");
    out.write(mode("x", figure.x()) + mode("y", figure.y()));
    out.write("  unbounded coords=jump, axis on top, enlarge x limits=false,\n");
    out.write("  legend style={draw=none, fill=none, font=\\footnotesize, cells={anchor=west}},\n");
    out.write("  legend style={at={(0.5,-0.28)}, anchor=north, legend columns=2},\n");
    out.write("  tick label style={font=\\footnotesize},\n]\n");
    writeCurves(out, table);
    out.write("\\end{axis}\n\\end{tikzpicture}\n");
    if (isStandalone) {
      out.write("\\end{document}\n");
    }
  }

  private static String mode(String axis, Axis of) {
    return of.isLogarithmic() ? "  " + axis + "mode=log,\n" : "";
  }

  private void writeCurves(Writer out, String table) throws IOException {
    List<Integer> colours = figure.colours();
    for (int i = 0; i < figure.curves().size(); i++) {
      Curve curve = figure.curves().get(i);
      String from = "table[x=x%d, y=%s%d, col sep=comma] {%s};\n";
      int number = i + 1;
      String colour = "zonal" + colours.get(i) % Palette.size();
      if (curve.style() == Style.BAND) {
        // Two curves and what is between them.
        String hidden = "\\addplot[draw=none, forget plot, name path=%s%d] " + from;
        out.write(hidden.formatted("lower", number, number, "y", number, table));
        out.write(hidden.formatted("upper", number, number, "u", number, table));
        out.write(
            "\\addplot[%s, fill opacity=0.2, forget plot] fill between[of=lower%d and upper%d];\n"
                .formatted(colour, number, number));
        continue;
      }
      String forget = curve.name().isEmpty() ? ", forget plot" : "";
      out.write(
          ("\\addplot[" + style(curve, colours.get(i), colour) + forget + "] " + from)
              .formatted(number, "y", number, table));
      if (!curve.name().isEmpty()) {
        out.write("\\addlegendentry{\\texttt{" + escaped(curve.name()) + "}}\n");
      }
    }
  }

  private static String style(Curve curve, int index, String colour) {
    return switch (curve.style()) {
      case MARKS ->
          "only marks, mark=" + MARKS.get(index % MARKS.size()) + ", mark size=1.2pt, " + colour;
      case LINE -> "thick, " + colour;
      case DASHED -> "dashed, " + colour;
      case BAND -> throw new IllegalStateException("a band is no line");
    };
  }

  /** Letters that TeX would take for something else. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : text.toCharArray()) {
      safe.append(
          switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '^' -> "\\textasciicircum{}";
            case '~' -> "\\textasciitilde{}";
            case '_', '%', '$', '#', '&', '{', '}' -> "\\" + c;
            default -> String.valueOf(c);
          });
    }
    return safe.toString();
  }
}
