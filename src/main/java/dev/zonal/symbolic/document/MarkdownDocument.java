package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.text.markup.MarkdownText;

/** Markdown as GitHub shows it: paragraphs, and blocks of formulas in LaTeX's notation. */
final class MarkdownDocument implements Format.Document {
  @Override
  public String text(Derivation derivation, boolean steps) {
    StringBuilder text = new StringBuilder();
    for (Paragraph paragraph : Paragraph.of(derivation, steps)) {
      boolean isHeading = text.isEmpty();
      text.append(isHeading ? "# " : "\n");
      String said = MarkdownText.markdown(isHeading ? paragraph.text() : paragraph.sentence());
      text.append(said.isEmpty() ? "" : said + "\n\n");
      if (!paragraph.equations().isEmpty()) {
        text.append("```math\n\\begin{aligned}\n");
        text.append(LatexDocument.aligned(paragraph.equations()));
        text.append("\n\\end{aligned}\n```\n");
      }
    }
    return text.toString().replaceAll("\n{3,}", "\n\n");
  }
}
