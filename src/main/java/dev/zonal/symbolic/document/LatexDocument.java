package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.notation.LatexNotation;
import dev.zonal.text.markup.LatexText;
import java.util.List;

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

  /** Pages end between equations, not within one. */
  private static String display(List<Equation> equations) {
    return "\\begin{align*}\n" + lines(equations, " \\\\*\n") + "\n\\end{align*}\n";
  }

  /** The lines of an environment that aligns them on one page. */
  static String aligned(List<Equation> equations) {
    return lines(equations, " \\\\\n");
  }

  private static String lines(List<Equation> equations, String within) {
    StringBuilder text = new StringBuilder();
    for (Line line : Line.of(new LatexNotation(), equations)) {
      boolean begins = line.sign() == Line.Sign.NONE || !line.left().isEmpty();
      text.append(text.isEmpty() ? "" : begins ? " \\\\\n" : within);
      text.append("  ").append(line.left()).append(sign(line)).append(line.right());
    }
    return text.toString();
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
