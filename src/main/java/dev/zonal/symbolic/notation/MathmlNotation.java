package dev.zonal.symbolic.notation;

import static java.util.Map.entry;

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

/** Presentation MathML: one math element with a table of equations, texts as mtext. */
final class MathmlNotation extends Notation implements Format.Document {
  private static final Map<String, String> RELATIONS =
      Map.ofEntries(
          entry("==", "="),
          entry("!=", "&#x2260;"),
          entry("<", "&lt;"),
          entry("<=", "&#x2264;"),
          entry(">", "&gt;"),
          entry(">=", "&#x2265;"));

  private static String operator(String sign) {
    return "<mo>" + sign + "</mo>";
  }

  private static String row(String... parts) {
    return "<mrow>" + String.join("", parts) + "</mrow>";
  }

  private static String inBrackets(String text) {
    return row(operator("("), text, operator(")"));
  }

  @Override
  Text integer(BigInteger value) {
    return new Text("<mn>" + value + "</mn>", ATOM);
  }

  @Override
  Text symbol(String name) {
    String letters = letters(name);
    String index = number(name);
    String base = "<mi>" + word(letters) + "</mi>";
    return new Text(
        index.isEmpty() ? base : "<msub>" + base + "<mn>" + index + "</mn></msub>", ATOM);
  }

  private static String word(String letters) {
    return switch (letters) {
      case "Pi" -> "&#x3C0;";
      case "Gamma" -> "&#x393;";
      case "E" -> "e";
      default -> {
        String plain = FUNCTIONS.contains(letters) ? letters.toLowerCase(Locale.ROOT) : letters;
        yield GREEK.containsKey(letters) ? "&#x" + GREEK.get(letters) + ";" : plain;
      }
    };
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
    List<String> parts = texts.stream().map(Text::text).toList();
    return switch (name) {
      case "Pochhammer" ->
          new Text("<msub>" + inBrackets(parts.get(0)) + row(parts.get(1)) + "</msub>", POWER);
      case "Binomial" -> {
        String above = "<mfrac linethickness=\"0\">" + row(parts.get(0));
        yield new Text(inBrackets(above + row(parts.get(1)) + "</mfrac>"), ATOM);
      }
      case "Factorial" -> new Text(row(bind(texts.get(0), ATOM).text(), operator("!")), POWER);
      case "Mod", "And", "Or" -> {
        String sign = name.equals("Mod") ? "mod" : name.equals("And") ? "&#x2227;" : "&#x2228;";
        yield new Text(row(String.join(operator(sign), parts)), SUM);
      }
      case Inert.INTEGRAL -> {
        String sign = "<msubsup><mo>&#x222B;</mo>" + row(parts.get(2)) + row(parts.get(3));
        String integrand = bind(texts.get(0), PRODUCT).text();
        yield new Text(row(sign + "</msubsup>", integrand, "<mi>d</mi>" + parts.get(1)), PRODUCT);
      }
      case Inert.DERIVATIVE -> {
        String order = row(parts.get(2));
        String above = "<msup><mi>d</mi>" + order + "</msup>";
        String below = "<mi>d</mi><msup>" + row(parts.get(1)) + order + "</msup>";
        String operator = "<mfrac>" + row(above) + row(below) + "</mfrac>";
        yield new Text(row(operator, brackets(texts.get(0)).text()), PRODUCT);
      }
      case Inert.SUM -> {
        String below = row(parts.get(1), operator("="), "<mn>0</mn>");
        String sign = "<munderover><mo>&#x2211;</mo>" + below + "<mo>&#x221E;</mo></munderover>";
        yield new Text(row(sign, bind(texts.get(0), PRODUCT).text()), PRODUCT);
      }
      case "HypergeometricPFQ" -> hypergeometric(arguments);
      case "BesselI", "BesselK" -> {
        String bessel = "<msub><mi>" + name.substring(6) + "</mi>" + row(parts.get(0)) + "</msub>";
        yield new Text(row(bessel, operator("&#x2061;"), inBrackets(parts.get(1))), ATOM);
      }
      default -> application(name, String.join(operator(","), parts));
    };
  }

  private Text application(String name, String arguments) {
    String symbol = symbol(name).text();
    return new Text(
        Indexed.isIndexed(name)
            ? "<msub>" + symbol + row(arguments) + "</msub>"
            : row(symbol, operator("&#x2061;"), inBrackets(arguments)),
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
  Text relation(String sign, Text left, Text right) {
    return new Text(row(left.text(), operator(RELATIONS.get(sign)), right.text()), SUM);
  }

  @Override
  Text cases(List<Case> cases) {
    StringBuilder text = new StringBuilder("<mrow><mo>{</mo><mtable>");
    for (Case c : cases) {
      String condition = c.condition("<mtext>otherwise</mtext>");
      text.append("<mtr><mtd>%s</mtd><mtd>%s</mtd></mtr>".formatted(c.value().text(), condition));
    }
    return new Text(text.append("</mtable></mrow>").toString(), ATOM);
  }

  @Override
  Text brackets(Text text) {
    return new Text(inBrackets(text.text()), ATOM);
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
