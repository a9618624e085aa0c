package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Formulas in LaTeX with the package amsmath, spaced as an editor would. */
public final class LatexNotation extends LinearNotation implements BreakableNotation {
  private static final Map<String, String> RELATIONS =
      Map.of("==", "=", "!=", "\\ne", "<=", "\\le", ">=", "\\ge");

  /** How a fraction looks where it stands. */
  private enum Fractions {
    BUILT,
    SMALL,
    SLASHED
  }

  private final Fractions fractions;

  public LatexNotation() {
    this(Fractions.BUILT);
  }

  private LatexNotation(Fractions fractions) {
    super("");
    this.fractions = fractions;
  }

  @Override
  Notation ofScripts() {
    return new LatexNotation(Fractions.SLASHED);
  }

  private Notation ofArguments() {
    return new LatexNotation(fractions == Fractions.SLASHED ? Fractions.SLASHED : Fractions.SMALL);
  }

  @Override
  List<Signs> terms(IAST sum) {
    return typesetTerms(sum);
  }

  @Override
  Text integer(BigInteger value) {
    return new Text(value.toString(), ATOM);
  }

  @Override
  Text symbol(String name) {
    return switch (name) {
      case "Pi" -> new Text("\\pi", ATOM);
      case "E" -> new Text("e", ATOM);
      case "Infinity" -> new Text("\\infty", ATOM);
      default -> named(PrintedName.of(name));
    };
  }

  private static Text named(PrintedName name) {
    String indices =
        name.indices().stream().map(LatexNotation::index).collect(Collectors.joining(","));
    return new Text(
        letters(name.base(), 1) + (indices.isEmpty() ? "" : "_{" + indices + "}"), ATOM);
  }

  /** A word is upright, a letter of any alphabet is not. */
  private static String letters(String word, int longestProduct) {
    if (GREEK.containsKey(word)) {
      return "\\" + word;
    }
    return word.length() > longestProduct ? "\\mathrm{" + word + "}" : word;
  }

  private static String index(String index) {
    return index.matches("[a-z]{2,}") ? letters(index, 1) : index;
  }

  @Override
  Text product(List<Text> factors) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Text factor : factors) {
      String next = bind(factor, PRODUCT).text();
      text.append(before.isEmpty() ? "" : between(before, next)).append(next);
      before = next;
    }
    return new Text(text.toString(), PRODUCT);
  }

  /** Letters and numbers stand close together; brackets behind a letter are no arguments of it. */
  private static String between(String before, String next) {
    if (Character.isDigit(next.charAt(0))) {
      return " \\cdot ";
    }
    boolean isClose = isSimple(before) && (isSimple(next) || before.matches("[0-9]+"));
    return isClose ? " " : " \\, ";
  }

  private static boolean isSimple(String factor) {
    return factor.matches("[0-9]+|(\\\\[a-z]+|[A-Za-z])(_\\{[^{}]*\\})?(\\^\\{[^{}]*\\})?");
  }

  @Override
  Text quotient(Text above, Text below) {
    boolean isNested = above.text().contains("\\tfrac") || below.text().contains("\\tfrac");
    Fractions style = fractions == Fractions.SMALL && isNested ? Fractions.SLASHED : fractions;
    return switch (style) {
      case BUILT -> new Text("\\frac{" + above.text() + "}{" + below.text() + "}", POWER);
      case SMALL -> new Text("\\tfrac{" + above.text() + "}{" + below.text() + "}", POWER);
      case SLASHED ->
          new Text(bind(above, PRODUCT).text() + "/" + bind(below, POWER).text(), PRODUCT);
    };
  }

  @Override
  Text power(Text base, Text exponent) {
    return new Text(bind(base, ATOM).text() + "^{" + exponent.text() + "}", POWER);
  }

  @Override
  Text root(Text radicand) {
    return new Text("\\sqrt{" + radicand.text() + "}", ATOM);
  }

  @Override
  Text function(String name, List<IExpr> arguments) {
    List<Text> texts = arguments.stream().map(this::write).toList();
    List<String> parts = texts.stream().map(Text::text).toList();
    return switch (name) {
      case "Pochhammer" -> {
        Text base = new Text(ofArguments().print(arguments.get(0)), SUM);
        yield new Text(brackets(base).text() + "_{" + script(arguments.get(1)) + "}", POWER);
      }
      case "List" -> new Text("\\{" + String.join(", ", parts) + "\\}", ATOM);
      case "Rule" -> new Text(parts.get(0) + " \\to " + parts.get(1), SUM);
      case "Binomial" -> new Text("\\binom{" + parts.get(0) + "}{" + parts.get(1) + "}", ATOM);
      case "Factorial" -> new Text(bind(texts.get(0), ATOM).text() + "!", POWER);
      case "Mod" -> new Text(bind(texts.get(0), PRODUCT).text() + " \\bmod " + parts.get(1), SUM);
      case Inert.INTEGRAL -> {
        String bounds = "_{" + parts.get(2) + "}^{" + parts.get(3) + "}";
        String integrand = bind(texts.get(0), PRODUCT).text();
        yield new Text("\\int" + bounds + " " + integrand + " \\, d" + parts.get(1), PRODUCT);
      }
      case Inert.DERIVATIVE -> {
        String order = parts.get(2).equals("1") ? "" : "^{" + parts.get(2) + "}";
        String operator = "\\frac{d" + order + "}{d" + parts.get(1) + order + "}";
        yield new Text(operator + " " + bind(texts.get(0), POWER).text(), PRODUCT);
      }
      case Inert.SUM ->
          new Text(summation(arguments) + " " + bind(texts.get(0), PRODUCT).text(), PRODUCT);
      case "HypergeometricPFQ" -> hypergeometric(arguments);
      case "BesselI", "BesselK" ->
          call(name.substring(6) + "_{" + script(arguments.get(0)) + "}", arguments.subList(1, 2));
      case "PolyGamma" -> call("\\psi", arguments.subList(1, 2));
      case "Max", "Min" -> call("\\" + name.toLowerCase(Locale.ROOT), arguments);
      case "And", "Or" -> connective("\\text{ " + name.toLowerCase(Locale.ROOT) + " }", arguments);
      default -> application(name, arguments);
    };
  }

  @Override
  public String summation(List<IExpr> sum) {
    String end = sum.size() > 3 ? script(sum.get(3)) : "\\infty";
    return "\\sum_{" + print(sum.get(1)) + "=" + script(sum.get(2)) + "}^{" + end + "}";
  }

  private String script(IExpr index) {
    return ofScripts().print(index);
  }

  private Text call(String function, List<IExpr> arguments) {
    String inside = arguments.stream().map(ofArguments()::print).collect(Collectors.joining(", "));
    return new Text(function + brackets(new Text(inside, SUM)).text(), ATOM);
  }

  private Text application(String name, List<IExpr> arguments) {
    if (Indexed.isIndexed(name)) {
      int count = Indexed.indices(name, arguments.size());
      String indices =
          arguments.subList(0, count).stream().map(this::script).collect(Collectors.joining(","));
      Text member = named(PrintedName.member(name, indices));
      List<IExpr> others = arguments.subList(count, arguments.size());
      return others.isEmpty() ? member : call(member.text(), others);
    }
    String function =
        name.equals("Gamma")
            ? "\\Gamma"
            : FUNCTIONS.contains(name) ? "\\" + name.toLowerCase(Locale.ROOT) : symbol(name).text();
    return call(function, arguments);
  }

  private Text hypergeometric(List<IExpr> arguments) {
    List<IExpr> above = list((IAST) arguments.get(0));
    List<IExpr> below = list((IAST) arguments.get(1));
    String inside =
        "%s; %s; %s"
            .formatted(ofArgumentsJoined(above), ofArgumentsJoined(below), print(arguments.get(2)));
    String name = "{}_{%d}F_{%d}".formatted(above.size(), below.size());
    return new Text(name + brackets(new Text(inside, SUM)).text(), ATOM);
  }

  private String ofArgumentsJoined(List<IExpr> list) {
    return list.stream().map(ofArguments()::print).collect(Collectors.joining(", "));
  }

  @Override
  Text parity(IAST comparison) {
    String parity = comparison.arg2().isZero() ? "even" : "odd";
    return new Text(print(comparison.arg1().first()) + " \\text{ " + parity + "}", SUM);
  }

  @Override
  Text relation(String sign, Text left, Text right) {
    return super.relation(RELATIONS.getOrDefault(sign, sign), left, right);
  }

  /** With fractions of their full size, and room for them. */
  @Override
  Text cases(List<Case> cases) {
    boolean isTall = cases.stream().anyMatch(c -> isTall(c.value().text()));
    return new Text(
        cases.stream()
            .map(c -> (isTall ? "\\displaystyle " : "") + c.value().text() + " & " + condition(c))
            .collect(
                Collectors.joining(
                    isTall ? " \\\\[2.5ex] " : " \\\\ ", "\\begin{cases} ", " \\end{cases}")),
        ATOM);
  }

  private static String condition(Case c) {
    return c.condition() == null ? "\\text{otherwise}" : "\\text{if } " + c.condition().text();
  }

  private static boolean isTall(String text) {
    return text.replace("\\tfrac", "").matches("(?s).*\\\\(frac|int|sum|binom|begin).*");
  }

  /** As high as what stands in them, and close to what stands before them. */
  @Override
  Text brackets(Text text) {
    String inside = text.text();
    if (isTall(inside)) {
      return new Text("{\\left(" + inside + "\\right)}", ATOM);
    }
    return new Text(
        inside.contains("\\tfrac") ? "\\bigl(" + inside + "\\bigr)" : "(" + inside + ")", ATOM);
  }

  @Override
  public Notation notation() {
    return this;
  }

  @Override
  public String plus(boolean isNegative, boolean isFirst) {
    return isNegative ? (isFirst ? "-" : " - ") : isFirst ? "" : " + ";
  }

  @Override
  public String times() {
    return " \\times ";
  }

  @Override
  public String open(boolean isTall) {
    return isTall ? "\\biggl(" : "\\bigl(";
  }

  @Override
  public String close(boolean isTall, String exponent) {
    return (isTall ? "\\biggr)" : "\\bigr)") + (exponent.isEmpty() ? "" : "^{" + exponent + "}");
  }

  @Override
  public String stacked(List<String> lines) {
    return lines.stream()
        .collect(Collectors.joining(" \\\\ &\\quad ", "\\begin{aligned} &", " \\end{aligned}"));
  }
}
