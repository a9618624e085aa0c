package dev.zonal.text.markup;

import java.util.stream.Collectors;

/** Texts in LaTeX. */
public final class LatexText {
  private LatexText() {}

  public static String latex(Prose prose) {
    StringBuilder text = new StringBuilder();
    for (Prose.Piece piece : prose.pieces()) {
      if (piece instanceof Prose.Formula) {
        text.append('$').append(piece.text()).append('$');
      } else if (piece instanceof Prose.Code) {
        // A long specification may be broken behind its commas.
        String code = escaped(piece.text()).replace(",", ",\\allowbreak{}").replace("--", "-{}-");
        text.append("\\texttt{").append(code).append('}');
      } else {
        text.append(escaped(piece.text()));
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.chars().mapToObj(c -> escaped((char) c)).collect(Collectors.joining());
  }

  /**
   * Also what is not special by itself: brackets and stars, which a line break would take for its
   * own, and characters that fonts join to others (dashes, quotes).
   */
  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '{', '}', '$', '&', '#', '_', '%' -> "\\" + c;
      case '^' -> "\\textasciicircum{}";
      case '~' -> "\\textasciitilde{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "\\textquotedbl{}";
      case '`' -> "\\textasciigrave{}";
      case '\'' -> "\\textquotesingle{}";
      case '[', ']', '*' -> "{" + c + "}";
      default -> String.valueOf(c);
    };
  }
}
