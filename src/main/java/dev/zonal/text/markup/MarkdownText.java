package dev.zonal.text.markup;

/** Texts in Markdown, also between the bars of a table. */
public final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]<>|~$&#";

  private MarkdownText() {}

  public static String markdown(Prose prose) {
    StringBuilder text = new StringBuilder();
    for (Prose.Piece piece : prose.pieces()) {
      if (piece instanceof Prose.Formula) {
        text.append('$').append(piece.text().replace("|", "\\vert ")).append('$');
      } else if (piece instanceof Prose.Code && piece.text().indexOf('|') < 0) {
        text.append(code(piece.text()));
      } else {
        // Also codes with a bar, which would end the cell if a backslash stood before it.
        text.append(words(piece.text()));
      }
    }
    return text.toString();
  }

  private static String words(String text) {
    StringBuilder words = new StringBuilder();
    text.chars().forEach(c -> words.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append((char) c));
    return words.toString();
  }

  /** Between more backquotes than stand in it. */
  private static String code(String text) {
    String fence = "`";
    while (text.contains(fence)) {
      fence += "`";
    }
    String space = text.startsWith("`") || text.endsWith("`") ? " " : "";
    return fence + space + text + space + fence;
  }
}
