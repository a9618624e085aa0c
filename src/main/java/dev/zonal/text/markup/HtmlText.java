package dev.zonal.text.markup;

import java.util.stream.Collectors;

/** Texts in HTML, which are well-formed XML as well, and ASCII; formulas are MathML. */
public final class HtmlText {
  private HtmlText() {}

  public static String html(Prose prose) {
    StringBuilder text = new StringBuilder();
    for (Prose.Piece piece : prose.pieces()) {
      String shown = escaped(piece.text());
      if (piece instanceof Prose.Formula formula) {
        text.append(MathMl.of(formula.text()).orElse("<code>" + shown + "</code>"));
      } else {
        text.append(piece instanceof Prose.Code ? "<code>" + shown + "</code>" : shown);
      }
    }
    return text.toString();
  }

  public static String escaped(String text) {
    return text.codePoints().mapToObj(HtmlText::escaped).collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> c >= ' ' && c <= '~' ? Character.toString(c) : "&#" + c + ";";
    };
  }
}
