package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Presentation MathML: one math element with a table of equations, texts as mtext. */
final class MathmlNotation extends Notation implements Document {
  private static final Map<String, String> GREEK =
      Map.ofEntries(
          Map.entry("Pi", "&#x3C0;"),
          Map.entry("alpha", "&#x3B1;"),
          Map.entry("beta", "&#x3B2;"),
          Map.entry("gamma", "&#x3B3;"),
          Map.entry("sigma", "&#x3C3;"),
          Map.entry("tau", "&#x3C4;"),
          Map.entry("theta", "&#x3B8;"),
          Map.entry("kappa", "&#x3BA;"),
          Map.entry("lambda", "&#x3BB;"),
          Map.entry("rho", "&#x3C1;"),
          Map.entry("eta", "&#x3B7;"),
          Map.entry("Lambda", "&#x39B;"),
          Map.entry("Theta", "&#x398;"),
          Map.entry("Sigma", "&#x3A3;"),
          Map.entry("Gamma", "&#x393;"),
          Map.entry("ArcCos", "arccos"),
          Map.entry("ArcSin", "arcsin"),
          Map.entry("ArcTan", "arctan"),
          Map.entry("Sin", "sin"),
          Map.entry("Cos", "cos"),
          Map.entry("Exp", "exp"),
          Map.entry("Log", "log"),
          Map.entry("E", "e"));
  private static final Map<String, String> RELATIONS =
      Map.of(
          "Equal",
          "=",
          "Unequal",
          "&#x2260;",
          "Less",
          "&lt;",
          "LessEqual",
          "&#x2264;",
          "Greater",
          "&gt;",
          "GreaterEqual",
          "&#x2265;");

  private static String operator(String sign) {
    return "<mo>" + sign + "</mo>";
  }

  private static String row(String... parts) {
    return "<mrow>" + String.join("", parts) + "</mrow>";
  }

  @Override
  Text integer(BigInteger value) {
    return new Text("<mn>" + value + "</mn>", ATOM);
  }

  @Override
  Text symbol(String name) {
    String letters = letters(name);
    String index = number(name);
    String base = "<mi>" + GREEK.getOrDefault(letters, letters) + "</mi>";
    return new Text(
        index.isEmpty() ? base : "<msub>" + base + "<mn>" + index + "</mn></msub>", ATOM);
  }

  @Override
  Text sum(List<Term> terms) {
    StringBuilder text = new StringBuilder("<mrow>");
    boolean first = true;
    for (Term term : terms) {
      if (term.negative()) {
        text.append(operator("-")).append(bind(term.text(), PRODUCT).text());
      } else {
        text.append(first ? "" : operator("+")).append(term.text().text());
      }
      first = false;
    }
    return new Text(text.append("</mrow>").toString(), SUM);
  }

  @Override
  Text product(List<Text> factors) {
    String text =
        factors.stream()
            .map(f -> bind(f, PRODUCT).text())
            .collect(Collectors.joining(operator("&#x2062;")));
    return new Text(row(text), PRODUCT);
  }

  @Override
  Text quotient(Text above, Text below) {
    return new Text("<mfrac>" + row(above.text()) + row(below.text()) + "</mfrac>", POWER);
  }

  @Override
  Text power(Text base, Text exponent) {
    return new Text(
        "<msup>" + row(bind(base, ATOM).text()) + row(exponent.text()) + "</msup>", POWER);
  }

  @Override
  Text root(Text radicand) {
    return new Text("<msqrt>" + radicand.text() + "</msqrt>", ATOM);
  }

  @Override
  Text function(String name, List<IExpr> arguments) {
    List<Text> texts = arguments.stream().map(this::write).toList();
    switch (name) {
      case "Pochhammer" -> {
        String base = row(operator("("), texts.get(0).text(), operator(")"));
        return new Text("<msub>" + base + row(texts.get(1).text()) + "</msub>", POWER);
      }
      case "Binomial" -> {
        return new Text(
            row(
                operator("("),
                "<mfrac linethickness=\"0\">" + row(texts.get(0).text()),
                row(texts.get(1).text()) + "</mfrac>",
                operator(")")),
            ATOM);
      }
      case "Factorial" -> {
        return new Text(row(bind(texts.get(0), ATOM).text(), operator("!")), POWER);
      }
      case "Mod", "And", "Or" -> {
        String sign = name.equals("Mod") ? "mod" : name.equals("And") ? "&#x2227;" : "&#x2228;";
        return new Text(
            row(texts.stream().map(Text::text).collect(Collectors.joining(operator(sign)))), SUM);
      }
      case Inert.INTEGRAL -> {
        String sign =
            "<msubsup><mo>&#x222B;</mo>" + row(texts.get(2).text()) + row(texts.get(3).text());
        String differential = "<mi>d</mi>" + texts.get(1).text();
        return new Text(
            row(sign + "</msubsup>", bind(texts.get(0), PRODUCT).text(), differential), PRODUCT);
      }
      case Inert.DERIVATIVE -> {
        String order = row(texts.get(2).text());
        String above = "<msup><mi>d</mi>" + order + "</msup>";
        String below = "<mi>d</mi><msup>" + row(texts.get(1).text()) + order + "</msup>";
        String operator = "<mfrac>" + row(above) + row(below) + "</mfrac>";
        return new Text(row(operator, brackets(texts.get(0)).text()), PRODUCT);
      }
      case Inert.SUM -> {
        String below = row(texts.get(1).text(), operator("="), "<mn>0</mn>");
        String sign = "<munderover><mo>&#x2211;</mo>" + below + "<mo>&#x221E;</mo></munderover>";
        return new Text(row(sign, bind(texts.get(0), PRODUCT).text()), PRODUCT);
      }
      case "HypergeometricPFQ" -> {
        return hypergeometric(arguments);
      }
      default -> {
        return application(name, texts);
      }
    }
  }

  private Text application(String name, List<Text> texts) {
    String joined = texts.stream().map(Text::text).collect(Collectors.joining(operator(",")));
    String symbol = symbol(name).text();
    return new Text(
        Indexed.isIndexed(name)
            ? "<msub>" + symbol + row(joined) + "</msub>"
            : row(symbol, operator("&#x2061;"), row(operator("("), joined, operator(")"))),
        ATOM);
  }

  private Text hypergeometric(List<IExpr> arguments) {
    List<IExpr> above = list((IAST) arguments.get(0));
    List<IExpr> below = list((IAST) arguments.get(1));
    String name =
        "<mmultiscripts><mi>F</mi><mn>%d</mn><none/><mprescripts/><mn>%d</mn><none/></mmultiscripts>"
            .formatted(below.size(), above.size());
    return new Text(
        row(
            name,
            operator("("),
            joined(above),
            operator(";"),
            joined(below),
            operator(";"),
            print(arguments.get(2)),
            operator(")")),
        ATOM);
  }

  private String joined(List<IExpr> list) {
    return list.stream().map(this::print).collect(Collectors.joining(operator(",")));
  }

  @Override
  Text negative(Text text) {
    return new Text(row(operator("-"), bind(text, PRODUCT).text()), SUM);
  }

  @Override
  Text relation(String name, Text left, Text right) {
    return new Text(row(left.text(), operator(RELATIONS.get(name)), right.text()), SUM);
  }

  @Override
  Text cases(List<Text> values, List<Text> conditions) {
    StringBuilder text = new StringBuilder("<mrow><mo>{</mo><mtable>");
    for (int i = 0; i < values.size(); i++) {
      Text condition = conditions.get(i);
      text.append("<mtr><mtd>")
          .append(values.get(i).text())
          .append("</mtd><mtd>")
          .append(condition == null ? "<mtext>otherwise</mtext>" : condition.text())
          .append("</mtd></mtr>");
    }
    return new Text(text.append("</mtable></mrow>").toString(), ATOM);
  }

  @Override
  Text brackets(Text text) {
    return new Text(row(operator("("), text.text(), operator(")")), ATOM);
  }

  @Override
  public String text(Derivation derivation, boolean steps) {
    StringBuilder text = new StringBuilder("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"");
    text.append(" display=\"block\"><mtable>\n").append(line(derivation.title()));
    if (steps) {
      for (Derivation.Step step : derivation.steps()) {
        text.append(line(step.reason())).append(lines(step.equations()));
      }
      text.append(line("Result:"));
    }
    text.append(lines(derivation.definitions(steps))).append(lines(derivation.result()));
    return text.append(line(derivation.verification())).append("</mtable></math>\n").toString();
  }

  private static String line(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "<mtr><mtd columnspan=\"3\"><mtext>" + escaped + "</mtext></mtd></mtr>\n";
  }

  private String lines(List<Equation> equations) {
    return equations.stream()
        .map(
            e ->
                "<mtr><mtd>%s</mtd><mtd>%s</mtd><mtd>%s</mtd></mtr>%n"
                    .formatted(print(e.left()), operator("="), print(e.right())))
        .collect(Collectors.joining());
  }
}
