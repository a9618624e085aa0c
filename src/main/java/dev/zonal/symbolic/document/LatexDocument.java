package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.notation.LatexNotation;
import dev.zonal.text.markup.LatexText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * LaTeX with the packages amsmath and amssymb: paragraphs of text and displayed, aligned equations.
 */
final class LatexDocument implements Format.Document {
  private static final String PACKAGE = "\\usepackage{amsmath,amssymb}";

  /** Long codes may stretch the lines, and long displays break between their lines. */
  private static final String OPEN =
      "{\\setlength{\\parindent}{0pt}\\setlength{\\emergencystretch}{3em}\\setlength{\\jot}{6pt}"
          + "\\allowdisplaybreaks";

  @Override
  public String text(Derivation derivation, boolean steps) {
    StringBuilder text = new StringBuilder("% " + PACKAGE + "\n" + OPEN + "\n");
    for (Paragraph paragraph : Paragraph.of(derivation, steps)) {
      String said = LatexText.latex(paragraph.sentence());
      // The signs of prose are apostrophes.
      text.append(said.replace("\\textquotesingle{}", "'")).append("\n");
      text.append(paragraph.equations().isEmpty() ? "\n" : display(paragraph.equations()));
    }
    return text.append("\\par}\n").toString();
  }

  private static String display(List<Equation> equations) {
    return "\\begin{align*}\n" + aligned(equations) + "\n\\end{align*}\n";
  }

  /** The lines of an environment that aligns them. */
  static String aligned(List<Equation> equations) {
    return Line.of(new LatexNotation(), equations).stream()
        .map(line -> "  " + line.left() + sign(line) + line.right())
        .collect(Collectors.joining(" \\\\\n"));
  }

  private static String sign(Line line) {
    return switch (line.sign()) {
      case EQUAL -> " &= ";
      case NONE -> " & ";
      case CONTINUED -> "&\\qquad {}";
    };
  }

  /** A document that compiles by itself, around a text of this class. */
  static String alone(String text) {
    return "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{lmodern}\n"
        + PACKAGE
        + "\n\\begin{document}\n"
        + text
        + "\\end{document}\n";
  }
}
