package dev.zonal.symbolic.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of the LaTeX that Zonal writes: known commands only, balanced groups, delimiters
 * and environments, no double sub- or superscripts, alignment marks within an environment, and
 * scripts and maths outside of text only.
 */
final class LatexChecker {
  private static final Set<String> COMMANDS =
      Set.of(
          "alpha",
          "beta",
          "gamma",
          "sigma",
          "tau",
          "theta",
          "kappa",
          "lambda",
          "rho",
          "eta",
          "pi",
          "Lambda",
          "Theta",
          "Sigma",
          "Gamma",
          "infty",
          "mathrm",
          "frac",
          "sqrt",
          "binom",
          "int",
          "sum",
          "sin",
          "cos",
          "tan",
          "arccos",
          "arcsin",
          "arctan",
          "exp",
          "log",
          "cdot",
          "bmod",
          "land",
          "lor",
          "ne",
          "le",
          "ge",
          "text",
          "tfrac",
          "bigl",
          "bigr",
          "biggl",
          "biggr",
          "times",
          "displaystyle",
          "quad",
          "qquad",
          "sim",
          "dots",
          "mathbb",
          "langle",
          "rangle",
          "lVert",
          "rVert",
          "phi",
          "nu",
          "allowbreak",
          "par",
          "left",
          "right",
          "begin",
          "end",
          "texttt",
          "textquotesingle",
          "textless",
          "textgreater",
          "textasciicircum",
          "textasciitilde",
          "textbackslash");
  private static final Pattern TOKEN =
      Pattern.compile("\\\\([A-Za-z]+)|\\\\(.)|([{}_^&])|([^\\\\{}_^&])", Pattern.DOTALL);

  private LatexChecker() {}

  /** The frame of a text, whose lengths are no formulas. */
  private static final Pattern FRAME =
      Pattern.compile("% .*\n\\{(\\\\setlength\\{[^{}]*}\\{[^{}]*})*\\\\allowdisplaybreaks\n");

  static void check(String document) {
    Matcher frame = FRAME.matcher(document);
    require(frame.lookingAt(), document, 0, "no frame");
    String text = "{" + document.substring(frame.end());
    boolean inline = false;
    Deque<String> open = new ArrayDeque<>();
    Deque<String> scripts = new ArrayDeque<>();
    Matcher token = TOKEN.matcher(text);
    int position = 0;
    String last = "";
    scripts.push("");
    while (token.find()) {
      require(token.start() == position, text, position, "unreadable");
      position = token.end();
      String lexeme = token.group();
      String command = token.group(1);
      String escaped = token.group(2);
      String mark = token.group(3);
      String plain = token.group(4);
      boolean maths = open.contains("align*") || inline;
      if (command != null) {
        require(COMMANDS.contains(command), text, position, "unknown command " + command);
        if (command.equals("left")) {
          open.push("left");
        } else if (command.equals("right")) {
          require("left".equals(open.poll()), text, position, "right without left");
        } else if (command.equals("begin") || command.equals("end")) {
          Matcher name =
              Pattern.compile("\\{([a-z]+\\*?)}").matcher(text).region(position, text.length());
          require(name.lookingAt(), text, position, "environment without a name");
          position = name.end();
          token.region(position, text.length());
          if (command.equals("begin")) {
            open.push(name.group(1));
          } else {
            require(name.group(1).equals(open.poll()), text, position, "environment");
          }
        } else if (!command.matches("text.*|allowbreak|par")) {
          require(maths, text, position, "maths in text: " + command);
        }
        scripts.pop();
        scripts.push("");
      } else if (mark != null) {
        switch (mark) {
          case "{" -> {
            open.push("{");
            scripts.push("");
          }
          case "}" -> {
            require("{".equals(open.poll()), text, position, "closing brace");
            scripts.pop();
          }
          case "&" ->
              require(
                  Set.of("align*", "cases", "aligned").contains(open.peek()), text, position, "&");
          default -> {
            String script = mark;
            require(maths, text, position, "a script in text");
            require(!scripts.peek().contains(script), text, position, "double script");
            require(
                inline || text.charAt(position) == '{', text, position, "script without braces");
            scripts.push(scripts.pop() + script);
          }
        }
      } else {
        String character = escaped != null ? escaped : plain;
        require(character.charAt(0) < 127, text, position, "not ASCII");
        if (plain != null && plain.equals("$")) {
          inline = !inline;
        } else {
          require(!"#%$~".contains(character) || escaped != null, text, position, character);
        }
        scripts.pop();
        scripts.push("");
      }
      last = lexeme;
    }
    require(position == text.length() && open.isEmpty(), text, position, "unclosed " + open + last);
  }

  private static void require(boolean condition, String text, int position, String what) {
    if (!condition) {
      int from = Math.max(0, position - 60);
      throw new AssertionError(
          what + " at ..." + text.substring(from, Math.min(text.length(), position + 20)));
    }
  }
}
