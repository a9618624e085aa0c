package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** LaTeX with the package amsmath: paragraphs of text and displayed, aligned equations. */
final class LatexNotation extends LinearNotation implements Format.Document {
  private static final Map<String, String> RELATIONS =
      Map.of("==", "=", "!=", "\\ne", "<=", "\\le", ">=", "\\ge");

  LatexNotation() {
    super("");
  }

  @Override
  Text integer(BigInteger value) {
    return new Text(value.toString(), ATOM);
  }

  @Override
  Text symbol(String name) {
    if (name.equals("Pi")) {
      return new Text("\\pi", ATOM);
    }
    if (name.equals("E")) {
      return new Text("e", ATOM);
    }
    String letters = letters(name);
    String index = number(name);
    String base =
        GREEK.containsKey(letters)
            ? "\\" + letters
            : letters.length() == 1 ? letters : "\\mathrm{" + letters + "}";
    return new Text(index.isEmpty() ? base : base + "_{" + index + "}", ATOM);
  }

  @Override
  Text product(List<Text> factors) {
    StringBuilder text = new StringBuilder();
    for (Text factor : factors) {
      String next = bind(factor, PRODUCT).text();
      boolean digits = !text.isEmpty() && Character.isDigit(next.charAt(0));
      text.append(text.isEmpty() ? "" : digits ? " \\cdot " : " \\, ").append(next);
    }
    return new Text(text.toString(), PRODUCT);
  }

  @Override
  Text quotient(Text above, Text below) {
    return new Text("\\frac{" + above.text() + "}{" + below.text() + "}", POWER);
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
      case "Pochhammer" ->
          new Text("\\left(" + parts.get(0) + "\\right)_{" + parts.get(1) + "}", POWER);
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
        yield new Text(operator + " " + brackets(texts.get(0)).text(), PRODUCT);
      }
      case Inert.SUM -> {
        String bounds = "_{" + parts.get(1) + "=0}^{\\infty}";
        yield new Text("\\sum" + bounds + " " + bind(texts.get(0), PRODUCT).text(), PRODUCT);
      }
      case "HypergeometricPFQ" -> hypergeometric(arguments);
      case "BesselI", "BesselK" ->
          new Text(
              "%s_{%s}\\left(%s\\right)".formatted(name.substring(6), parts.get(0), parts.get(1)),
              ATOM);
      case "And", "Or" -> connective(name.equals("And") ? "\\land" : "\\lor", arguments);
      default -> application(name, String.join(", ", parts));
    };
  }

  private Text application(String name, String arguments) {
    if (Indexed.isIndexed(name)) {
      return new Text(symbol(name).text() + "_{" + arguments + "}", ATOM);
    }
    String function =
        name.equals("Gamma")
            ? "\\Gamma"
            : FUNCTIONS.contains(name) ? "\\" + name.toLowerCase(Locale.ROOT) : symbol(name).text();
    return new Text(function + "\\left(" + arguments + "\\right)", ATOM);
  }

  private Text hypergeometric(List<IExpr> arguments) {
    List<IExpr> above = list((IAST) arguments.get(0));
    List<IExpr> below = list((IAST) arguments.get(1));
    String text =
        "{}_{%d}F_{%d}\\left(%s; %s; %s\\right)"
            .formatted(
                above.size(),
                below.size(),
                joined(above, ", "),
                joined(below, ", "),
                print(arguments.get(2)));
    return new Text(text, ATOM);
  }

  @Override
  Text relation(String sign, Text left, Text right) {
    return super.relation(RELATIONS.getOrDefault(sign, sign), left, right);
  }

  @Override
  Text cases(List<Case> cases) {
    return new Text(
        cases.stream()
            .map(c -> c.value().text() + " & " + c.condition("\\text{otherwise}"))
            .collect(Collectors.joining(" \\\\ ", "\\begin{cases} ", " \\end{cases}")),
        ATOM);
  }

  @Override
  Text brackets(Text text) {
    return new Text("\\left(" + text.text() + "\\right)", ATOM);
  }

  @Override
  public String text(Derivation derivation, boolean steps) {
    StringBuilder text = new StringBuilder(paragraph(derivation.title()));
    if (steps) {
      text.append("\n");
      for (Derivation.Step step : derivation.steps()) {
        text.append(paragraph(step.reason()));
        text.append(step.equations().isEmpty() ? "\n" : display(step.equations()));
      }
      text.append(paragraph("Result:"));
    }
    text.append(display(derivation.definitions(steps))).append(display(derivation.result()));
    return text.append(paragraph(derivation.verification())).toString();
  }

  private static String paragraph(String text) {
    return text.isEmpty() ? "" : escape(text) + "\n";
  }

  private static String escape(String text) {
    return text.replace("\\", "\\textbackslash ")
        .replaceAll("([_&%$#{}])", "\\\\$1")
        .replace("^", "\\textasciicircum ")
        .replace("~", "\\textasciitilde ")
        .replace("<", "\\textless ")
        .replace(">", "\\textgreater ");
  }

  private String display(List<Equation> equations) {
    if (equations.isEmpty()) {
      return "";
    }
    return equations.stream()
        .map(e -> "  " + print(e.left()) + " &= " + print(e.right()))
        .collect(Collectors.joining(" \\\\\n", "\\begin{align*}\n", "\n\\end{align*}\n"));
  }
}
