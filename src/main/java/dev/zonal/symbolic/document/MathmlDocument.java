package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.notation.MathmlNotation;
import dev.zonal.text.markup.HtmlText;
import java.util.List;

/**
 * Paragraphs of XHTML, which wrap as texts do, and tables of MathML, aligned at the sign "=". Cells
 * have styles, since browsers do not know the attributes of MathML for them.
 */
final class MathmlDocument implements Format.Document {
  private static final String OPEN =
      "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">"
          + "<mtable displaystyle=\"true\" columnalign=\"right left\">\n";

  @Override
  public String text(Derivation derivation, boolean steps) {
    StringBuilder text = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">\n");
    for (Paragraph paragraph : Paragraph.of(derivation, steps)) {
      String said = HtmlText.html(paragraph.sentence());
      text.append(said.isEmpty() ? "" : "<p>" + said + "</p>\n");
      text.append(paragraph.equations().isEmpty() ? "" : display(paragraph.equations()));
    }
    return text.append("</div>\n").toString();
  }

  private static String display(List<Equation> equations) {
    StringBuilder text = new StringBuilder(OPEN);
    for (Line line : Line.of(new MathmlNotation(), equations)) {
      text.append("<mtr>").append(cell("right", line.left()));
      text.append(cell("left", sign(line) + line.right())).append("</mtr>\n");
    }
    return text.append("</mtable></math>\n").toString();
  }

  private static String cell(String side, String content) {
    return "<mtd style=\"text-align:-webkit-%s;padding-%s:0.15em\"><mrow>%s</mrow></mtd>"
        .formatted(side, side.equals("right") ? "right" : "left", content);
  }

  private static String sign(Line line) {
    return switch (line.sign()) {
      case EQUAL -> "<mo>=</mo>";
      case NONE -> "";
      case CONTINUED -> MathmlNotation.INDENT;
    };
  }
}
