package dev.zonal.symbolic.notation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * About how wide a formula in LaTeX is when it is displayed, in ems of its font: enough to know
 * where a line is full. The widths are those of Computer Modern, rounded up.
 */
final class TypesetWidth {
  private static final Pattern TOKEN =
      Pattern.compile("\\\\[A-Za-z]+\\*?|\\\\.|[0-9]+|\\s+|.", Pattern.DOTALL);

  private static final double SCRIPT = 0.72;
  private static final double LETTER = 0.6;
  private static final double DIGIT = 0.5;
  private static final double BRACKET = 0.4;
  private static final double OPERATOR = 1.25;

  /** Commands and signs that are no letters. */
  private static final Map<String, Double> WIDTHS =
      Map.ofEntries(
          Map.entry("\\,", 0.17),
          Map.entry("\\;", 0.28),
          Map.entry("\\quad", 1.0),
          Map.entry("\\qquad", 2.0),
          Map.entry("\\bigl", 0.1),
          Map.entry("\\bigr", 0.1),
          Map.entry("\\biggl", 0.35),
          Map.entry("\\biggr", 0.35),
          Map.entry("\\left", 0.25),
          Map.entry("\\right", 0.25),
          Map.entry("\\int", 1.0),
          Map.entry("\\sum", 1.5),
          Map.entry("\\cdot", 0.75),
          Map.entry("\\displaystyle", 0.0),
          Map.entry("\\tfrac", 0.0),
          Map.entry("m", 0.9),
          Map.entry("(", BRACKET),
          Map.entry(")", BRACKET),
          Map.entry(",", 0.45),
          Map.entry(";", 0.45),
          Map.entry("!", 0.3),
          Map.entry("/", 0.5),
          Map.entry("&", 1.0),
          Map.entry("{", 0.0),
          Map.entry("}", 0.0));

  private final Matcher tokens;
  private String next;

  private TypesetWidth(String latex) {
    tokens = TOKEN.matcher(latex);
    advance();
  }

  static double of(String latex) {
    TypesetWidth reader = new TypesetWidth(latex);
    double width = 0;
    while (reader.next != null) {
      width += reader.row();
      reader.advance();
    }
    return width;
  }

  private String advance() {
    String token = next;
    next = tokens.find() ? tokens.group() : null;
    return token;
  }

  /** What stands before the end of a group, of an environment or of the text. */
  private double row() {
    double width = 0;
    double widest = 0;
    while (next != null && !next.equals("}") && !next.equals("\\end")) {
      if (next.equals("\\\\")) {
        advance();
        widest = Math.max(widest, width);
        width = 0;
      } else {
        width += scripted();
      }
    }
    return Math.max(widest, width);
  }

  /** Something with its indices and powers. */
  private double scripted() {
    double base = atom();
    double scripts = 0;
    while ("_".equals(next) || "^".equals(next)) {
      advance();
      scripts = Math.max(scripts, SCRIPT * atom());
    }
    return base + scripts;
  }

  private double atom() {
    if (next == null) {
      return 0;
    }
    String token = advance();
    return switch (token) {
      case "{" -> group();
      case "\\frac", "\\binom" -> Math.max(atom(), atom()) + 0.3;
      case "\\tfrac" -> SCRIPT * Math.max(atom(), atom()) + 0.3;
      case "\\sqrt" -> atom() + 0.9;
      case "\\mathrm", "\\text" -> text();
      case "\\begin" -> environment();
      default -> sign(token);
    };
  }

  private double group() {
    double width = row();
    advance();
    return width;
  }

  /** Upright letters between braces. */
  private double text() {
    advance();
    double width = 0;
    while (next != null && !next.equals("}")) {
      width += 0.55 * advance().length();
    }
    advance();
    return width;
  }

  private double environment() {
    text();
    double width = row();
    advance();
    text();
    return width + 1;
  }

  private static double sign(String token) {
    Double known = WIDTHS.get(token);
    if (known != null) {
      return known;
    }
    if (token.isBlank()) {
      return 0;
    }
    char first = token.charAt(0);
    if (Character.isDigit(first)) {
      return DIGIT * token.length();
    }
    if (Character.isLetter(first)) {
      return Character.isUpperCase(first) ? 0.8 : LETTER;
    }
    if ("+-=<>".indexOf(first) >= 0 || token.matches("\\\\(le|ge|ne|times|land|lor|bmod|to)")) {
      return OPERATOR;
    }
    // Names of functions are words; Greek letters are letters.
    return token.matches("\\\\(arc)?(sin|cos|tan|sinh|cosh|exp|log)") ? 0.5 * token.length() : 0.65;
  }
}
