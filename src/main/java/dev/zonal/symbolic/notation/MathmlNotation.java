package dev.zonal.symbolic.notation;

import static java.util.Map.entry;

import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Formulas in presentation MathML. */
public final class MathmlNotation extends Notation implements BreakableNotation {
  /** Before a line that goes on with a formula. */
  public static final String INDENT = "<mspace width=\"2em\"/>";

  private static final String MINUS = "&#x2212;";

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

  private final boolean isSlashed;

  public MathmlNotation() {
    this(false);
  }

  /**
   * @param isSlashed whether fractions are written on one line
   */
  private MathmlNotation(boolean isSlashed) {
    this.isSlashed = isSlashed;
  }

  @Override
  Notation ofScripts() {
    return new MathmlNotation(true);
  }

  @Override
  List<Signs> terms(IAST sum) {
    return typesetTerms(sum);
  }

  @Override
  Text integer(BigInteger value) {
    return new Text("<mn>" + value + "</mn>", ATOM);
  }

  @Override
  Text symbol(String name) {
    return switch (name) {
      case "Pi" -> new Text("<mi>&#x3C0;</mi>", ATOM);
      case "Infinity" -> new Text("<mi>&#x221E;</mi>", ATOM);
      case "Gamma" -> new Text("<mi mathvariant=\"normal\">&#x393;</mi>", ATOM);
      case "E" -> new Text("<mi>e</mi>", ATOM);
      default -> named(PrintedName.of(name));
    };
  }

  private static Text named(PrintedName name) {
    String base = "<mi>" + word(name.base()) + "</mi>";
    String indices =
        name.indices().stream().map(MathmlNotation::index).collect(Collectors.joining(comma()));
    return new Text(indices.isEmpty() ? base : "<msub>" + base + row(indices) + "</msub>", ATOM);
  }

  private static String comma() {
    return operator(",");
  }

  private static String index(String index) {
    if (index.startsWith("<")) {
      return index;
    }
    return index.matches("[0-9]+") ? "<mn>" + index + "</mn>" : "<mi>" + index + "</mi>";
  }

  private static String word(String letters) {
    String plain = FUNCTIONS.contains(letters) ? letters.toLowerCase(Locale.ROOT) : letters;
    return GREEK.containsKey(letters) ? "&#x" + GREEK.get(letters) + ";" : plain;
  }

  @Override
  Text sum(List<Term> terms) {
    StringBuilder text = new StringBuilder("<mrow>");
    boolean first = true;
    for (Term term : terms) {
      if (term.negative()) {
        text.append(operator(MINUS)).append(bind(term.text(), PRODUCT).text());
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
    if (isSlashed) {
      String slash = "<mo lspace=\"0\" rspace=\"0\">/</mo>";
      return new Text(row(bind(above, PRODUCT).text(), slash, bind(below, POWER).text()), PRODUCT);
    }
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
          new Text(
              "<msub>"
                  + inBrackets(small(arguments.get(0)))
                  + row(small(arguments.get(1)))
                  + "</msub>",
              POWER);
      case "List" -> new Text(row(operator("{"), String.join(comma(), parts), operator("}")), ATOM);
      case "Rule" -> new Text(row(parts.get(0), operator("&#x2192;"), parts.get(1)), SUM);
      case "Binomial" -> {
        String above = "<mfrac linethickness=\"0\">" + row(parts.get(0));
        yield new Text(inBrackets(above + row(parts.get(1)) + "</mfrac>"), ATOM);
      }
      case "Factorial" -> new Text(row(bind(texts.get(0), ATOM).text(), operator("!")), POWER);
      case "Mod" -> new Text(row(String.join(operator("mod"), parts)), SUM);
      case "And", "Or" -> {
        String word = "<mtext>&#xA0;" + name.toLowerCase(Locale.ROOT) + "&#xA0;</mtext>";
        yield new Text(row(String.join(word, parts)), SUM);
      }
      case Inert.INTEGRAL -> {
        String sign = "<msubsup><mo>&#x222B;</mo>" + row(parts.get(2)) + row(parts.get(3));
        String integrand = bind(texts.get(0), PRODUCT).text();
        yield new Text(row(sign + "</msubsup>", integrand, "<mi>d</mi>" + parts.get(1)), PRODUCT);
      }
      case Inert.DERIVATIVE -> {
        String order = row(parts.get(2));
        boolean isFirst = arguments.get(2).isOne();
        String variable = parts.get(1);
        String above = isFirst ? "<mi>d</mi>" : "<msup><mi>d</mi>" + order + "</msup>";
        String power = isFirst ? variable : "<msup>" + row(variable) + order + "</msup>";
        String operator = "<mfrac>" + row(above) + row("<mi>d</mi>" + power) + "</mfrac>";
        yield new Text(row(operator, bind(texts.get(0), POWER).text()), PRODUCT);
      }
      case Inert.SUM ->
          new Text(row(summation(arguments), bind(texts.get(0), PRODUCT).text()), PRODUCT);
      case "HypergeometricPFQ" -> hypergeometric(arguments);
      case "BesselI", "BesselK" -> {
        String order = row(small(arguments.get(0)));
        String bessel = "<msub><mi>" + name.substring(6) + "</mi>" + order + "</msub>";
        yield call(bessel, arguments.subList(1, 2));
      }
      case "Max", "Min" -> call("<mi>" + name.toLowerCase(Locale.ROOT) + "</mi>", arguments);
      case "PolyGamma" -> call("<mi>&#x3C8;</mi>", arguments.subList(1, 2));
      default -> application(name, arguments);
    };
  }

  @Override
  public String summation(List<IExpr> sum) {
    String below = row(print(sum.get(1)), operator("="), small(sum.get(2)));
    String end = sum.size() > 3 ? row(small(sum.get(3))) : "<mo>&#x221E;</mo>";
    return "<munderover><mo>&#x2211;</mo>" + below + end + "</munderover>";
  }

  /** With fractions that fit into a line of text, as in exponents, indices and arguments. */
  private String small(IExpr e) {
    return ofScripts().print(e);
  }

  private Text call(String function, List<IExpr> arguments) {
    String inside = arguments.stream().map(this::small).collect(Collectors.joining(comma()));
    return new Text(row(function, operator("&#x2061;"), inBrackets(inside)), ATOM);
  }

  private Text application(String name, List<IExpr> arguments) {
    if (Indexed.isIndexed(name)) {
      int count = Indexed.indices(name, arguments.size());
      String indices =
          arguments.subList(0, count).stream()
              .map(this::small)
              .collect(Collectors.joining(comma()));
      Text member = named(PrintedName.member(name, indices));
      List<IExpr> others = arguments.subList(count, arguments.size());
      return others.isEmpty() ? member : call(member.text(), others);
    }
    return call(symbol(name).text(), arguments);
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
    return list.stream().map(this::small).collect(Collectors.joining(comma()));
  }

  @Override
  Text negative(Text text) {
    return new Text(row(operator(MINUS), bind(text, PRODUCT).text()), SUM);
  }

  @Override
  Text parity(IAST comparison) {
    String parity = comparison.arg2().isZero() ? "even" : "odd";
    String word = "<mtext>&#xA0;" + parity + "</mtext>";
    return new Text(row(print(comparison.arg1().first()), word), SUM);
  }

  @Override
  Text relation(String sign, Text left, Text right) {
    return new Text(row(left.text(), operator(RELATIONS.get(sign)), right.text()), SUM);
  }

  @Override
  Text cases(List<Case> cases) {
    StringBuilder text =
        new StringBuilder("<mrow><mo>{</mo><mtable displaystyle=\"true\" columnalign=\"left\">");
    for (Case c : cases) {
      String condition =
          c.condition() == null
              ? "<mtext>otherwise</mtext>"
              : "<mtext>if&#xA0;</mtext>" + c.condition().text();
      text.append("<mtr>").append(cell(c.value().text())).append(cell(row(condition)));
      text.append("</mtr>");
    }
    return new Text(text.append("</mtable></mrow>").toString(), ATOM);
  }

  private static String cell(String text) {
    return "<mtd style=\"text-align:-webkit-left\">" + text + "</mtd>";
  }

  @Override
  Text brackets(Text text) {
    return new Text(inBrackets(text.text()), ATOM);
  }

  @Override
  public Notation notation() {
    return this;
  }

  @Override
  public String plus(boolean isNegative, boolean isFirst) {
    return isNegative ? operator(MINUS) : isFirst ? "" : operator("+");
  }

  @Override
  public String times() {
    return operator("&#xD7;");
  }

  @Override
  public String open(boolean isTall) {
    return fixed(isTall, "(");
  }

  @Override
  public String close(boolean isTall, String exponent) {
    String bracket = fixed(isTall, ")");
    return exponent.isEmpty() ? bracket : "<msup>" + bracket + row(exponent) + "</msup>";
  }

  /** As high as a fraction or a line, whatever stands on its own. */
  private static String fixed(boolean isTall, String bracket) {
    String size = isTall ? "2.4em" : "1.2em";
    return "<mo minsize=\"%s\" maxsize=\"%s\">%s</mo>".formatted(size, size, bracket);
  }

  @Override
  public String stacked(List<String> lines) {
    StringBuilder text = new StringBuilder("<mtable displaystyle=\"true\">");
    for (int i = 0; i < lines.size(); i++) {
      text.append("<mtr><mtd style=\"text-align:-webkit-left\">").append(i == 0 ? "" : INDENT);
      text.append(row(lines.get(i))).append("</mtd></mtr>");
    }
    return text.append("</mtable>").toString();
  }
}
