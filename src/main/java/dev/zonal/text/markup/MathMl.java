package dev.zonal.text.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MathML of what captions and headings have of formulas: letters, numbers, indices, powers, Greek
 * letters and a few signs.
 */
public final class MathMl {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\\\[A-Za-z]+|\\\\.|[0-9]+(?:\\.[0-9]+)?|\\S)");

  /** Names and signs by their code points. */
  private static final Map<String, String> SIGNS = new HashMap<>();

  static {
    String greek =
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
            + " varsigma sigma tau upsilon phi chi psi omega";
    int letter = 0x3b1;
    for (String name : greek.split(" ", -1)) {
      SIGNS.put("\\" + name, "<mi>&#" + letter++ + ";</mi>");
    }
    Map.of(
            "\\dots",
            0x2026,
            "\\cdot",
            0x22c5,
            "\\times",
            0xd7,
            "\\le",
            0x2264,
            "\\ge",
            0x2265,
            "\\subset",
            0x2282,
            "\\in",
            0x2208,
            "\\infty",
            0x221e,
            "\\sum",
            0x2211,
            "-",
            0x2212)
        .forEach((name, code) -> SIGNS.put(name, "<mo>&#" + code + ";</mo>"));
    SIGNS.put("\\to", "<mo>&#x2192;</mo>");
    SIGNS.put("\\pm", "<mo>&#xb1;</mo>");
    SIGNS.put("\\Gamma", "<mi mathvariant=\"normal\">&#x393;</mi>");
    for (String function : "cos sin arccos log exp lim".split(" ", -1)) {
      SIGNS.put("\\" + function, "<mi>" + function + "</mi><mo>&#x2061;</mo>");
    }
    SIGNS.put("\\sim", "<mo>&#x223c;</mo>");
    SIGNS.put("\\ne", "<mo>&#x2260;</mo>");
    SIGNS.put("\\lVert", "<mo form=\"prefix\">&#x2016;</mo>");
    SIGNS.put("\\rVert", "<mo form=\"postfix\">&#x2016;</mo>");
    SIGNS.put("\\langle", "<mo>&#x27e8;</mo>");
    SIGNS.put("\\rangle", "<mo>&#x27e9;</mo>");
    SIGNS.put("\\Lambda", "<mi mathvariant=\"normal\">&#x39b;</mi>");
    SIGNS.put("'", "<mo>&#x2032;</mo>");
    SIGNS.put("/", "<mo lspace=\"0\" rspace=\"0\">/</mo>");
    SIGNS.put("\\,", "<mspace width=\"0.17em\"/>");
    SIGNS.put("<", "<mo>&lt;</mo>");
    SIGNS.put(">", "<mo>&gt;</mo>");
  }

  private final Matcher tokens;
  private String now;
  private String next;

  private MathMl(String formula) {
    tokens = TOKEN.matcher(formula);
    advance();
  }

  /** Empty if there is more in the formula. */
  public static Optional<String> of(String formula) {
    try {
      MathMl reader = new MathMl(formula);
      String inner = reader.row();
      return reader.next == null
          ? Optional.of("<math><mrow>" + inner + "</mrow></math>")
          : Optional.empty();
    } catch (UnknownSign e) {
      return Optional.empty();
    }
  }

  /** Something that is not known here. */
  private static final class UnknownSign extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private String advance() {
    now = next;
    next = tokens.find() ? tokens.group(1) : null;
    return now;
  }

  private String row() {
    StringBuilder row = new StringBuilder();
    while (next != null && !next.equals("}")) {
      row.append(scripted());
    }
    return row.toString();
  }

  /** Something with its indices and powers. */
  private String scripted() {
    String base = atom();
    String below = null;
    String above = null;
    while ("_".equals(next) || "^".equals(next)) {
      if (advance().equals("_")) {
        below = atom();
      } else {
        above = atom();
      }
    }
    if (below != null && above != null) {
      return "<msubsup>" + base + below + above + "</msubsup>";
    }
    return below != null
        ? "<msub>" + base + below + "</msub>"
        : above != null ? "<msup>" + base + above + "</msup>" : base;
  }

  private String atom() {
    if (next == null || "_^}".contains(next)) {
      throw new UnknownSign();
    }
    boolean isFirst = now == null || "=(,".contains(now);
    String token = advance();
    if (token.equals("-") && isFirst) {
      return "<mo form=\"prefix\">&#x2212;</mo>";
    }
    if (token.equals("{")) {
      String inner = row();
      if (!"}".equals(advance())) {
        throw new UnknownSign();
      }
      return "<mrow>" + inner + "</mrow>";
    }
    if (token.equals("\\mathbb")) {
      return "<mi>&#" + doubleStruck(letter()) + ";</mi>";
    }
    if (token.equals("\\mathrm")) {
      return upright();
    }
    if (token.equals("\\sqrt")) {
      return "<msqrt>" + atom() + "</msqrt>";
    }
    if (token.equals("\\tilde")) {
      return "<mover accent=\"true\">" + atom() + "<mo>~</mo></mover>";
    }
    if (SIGNS.containsKey(token)) {
      return SIGNS.get(token);
    }
    char first = token.charAt(0);
    if (first >= '0' && first <= '9') {
      return "<mn>" + token + "</mn>";
    }
    if (first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z') {
      return "<mi>" + token + "</mi>";
    }
    if ("+=()[],./|!:;".indexOf(first) >= 0) {
      return "<mo>" + token + "</mo>";
    }
    throw new UnknownSign();
  }

  /** A word between braces. */
  private String upright() {
    if (!"{".equals(advance())) {
      throw new UnknownSign();
    }
    StringBuilder word = new StringBuilder();
    while (next != null && next.matches("[A-Za-z]")) {
      word.append(advance());
    }
    if (word.isEmpty() || !"}".equals(advance())) {
      throw new UnknownSign();
    }
    return "<mi mathvariant=\"normal\">" + word + "</mi>";
  }

  /** The code point; those that were there first have places of their own. */
  private static int doubleStruck(char capital) {
    return switch (capital) {
      case 'C' -> 0x2102;
      case 'H' -> 0x210d;
      case 'N' -> 0x2115;
      case 'P' -> 0x2119;
      case 'Q' -> 0x211a;
      case 'R' -> 0x211d;
      case 'Z' -> 0x2124;
      default -> 0x1d538 + capital - 'A';
    };
  }

  /** One capital, between braces or not. */
  private char letter() {
    boolean isBraced = "{".equals(next);
    if (isBraced) {
      advance();
    }
    String letter = advance();
    if (letter == null || !letter.matches("[A-Z]") || isBraced && !"}".equals(advance())) {
      throw new UnknownSign();
    }
    return letter.charAt(0);
  }
}
