package dev.zonal.text.markup;

import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of one line for people in which formulas and codes are known as such. */
public record Prose(List<Piece> pieces) {
  private static final Pattern MARKED = Pattern.compile("\\$([^$]+)\\$|`([^`]+)`");

  /** What signs are in ASCII that are named otherwise. */
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("\\le ", "<= "),
          Map.entry("\\ge ", ">= "),
          Map.entry("\\ne ", "!= "),
          Map.entry("\\to ", "-> "),
          Map.entry("\\sim ", "~ "),
          Map.entry("\\cdot ", "* "),
          Map.entry("\\dots", "..."),
          Map.entry("\\pm ", "+- "),
          Map.entry("\\lVert ", "||"),
          Map.entry("\\rVert", "||"),
          Map.entry("\\langle ", "<"),
          Map.entry("\\rangle", ">"),
          Map.entry("\\mathbb{R}", "R"),
          Map.entry("\\mathrm", ""),
          Map.entry("\\,", " "));

  /** Characters that would end a formula, or the line it stands on, before its end. */
  private static final Pattern UNSAFE = Pattern.compile("[%#&]|\\\\$");

  /** A part of a text. */
  public sealed interface Piece permits Plain, Formula, Code {
    /** As it is written, without marks. */
    String text();
  }

  /** What is read as it stands. */
  public record Plain(String text) implements Piece {}

  /** A formula in LaTeX's notation, without the dollars. */
  public record Formula(String text) implements Piece {}

  /** What somebody may type, such as the specification of a kernel. */
  public record Code(String text) implements Piece {}

  public Prose {
    pieces = List.copyOf(pieces);
  }

  /** One line, and nothing invisible in it. */
  private static String oneLine(String text) {
    return Quotation.shown(text.replaceAll("[\\n\\t\\r]+", " "));
  }

  /** A text without formulas. */
  public static Prose plain(String text) {
    return new Prose(text.isEmpty() ? List.of() : List.of(new Plain(oneLine(text))));
  }

  /** A text that is all code. */
  public static Prose code(String text) {
    return new Prose(text.isEmpty() ? List.of() : List.of(new Code(oneLine(text))));
  }

  /**
   * A text in which formulas stand between dollars and codes between backquotes; what has no
   * partner is itself.
   */
  public static Prose parse(String marks) {
    String text = oneLine(marks);
    List<Piece> pieces = new ArrayList<>();
    Matcher marked = MARKED.matcher(text);
    int end = 0;
    while (marked.find()) {
      if (marked.start() > end) {
        pieces.add(new Plain(text.substring(end, marked.start())));
      }
      pieces.add(
          marked.group(1) == null ? new Code(marked.group(2)) : new Formula(marked.group(1)));
      end = marked.end();
    }
    if (end < text.length()) {
      pieces.add(new Plain(text.substring(end)));
    }
    return new Prose(pieces);
  }

  /** Without marks, formulas in letters and signs of ASCII. */
  public String plain() {
    StringBuilder plain = new StringBuilder();
    for (Piece piece : pieces) {
      plain.append(piece instanceof Formula ? inWords(piece.text()) : piece.text());
    }
    return plain.toString();
  }

  private static String inWords(String formula) {
    String text = formula;
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      text = text.replace(sign.getKey(), sign.getValue());
    }
    return text.replaceAll("\\{([A-Za-z0-9]+)\\}", "$1")
        .replace('{', '(')
        .replace('}', ')')
        .replace("\\", "");
  }

  /** A formula that LaTeX could not end where it ends. */
  public Optional<String> brokenFormula() {
    return pieces.stream()
        .filter(piece -> piece instanceof Formula formula && isBroken(formula.text()))
        .map(Piece::text)
        .findFirst();
  }

  private static boolean isBroken(String formula) {
    int open = 0;
    for (int i = 0; i < formula.length() && open >= 0; i++) {
      boolean escaped = i > 0 && formula.charAt(i - 1) == '\\';
      if (!escaped && formula.charAt(i) == '{') {
        open++;
      } else if (!escaped && formula.charAt(i) == '}') {
        open--;
      }
    }
    return open != 0 || UNSAFE.matcher(formula).find();
  }
}
