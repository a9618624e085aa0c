package dev.zonal.symbolic.notation;

import static java.util.Map.entry;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Writes expressions. Sums are taken apart into signed terms and products into a quotient here,
 * once for every notation; a notation says how the parts look. (Symja's own writers print Gamma as
 * a small letter and lists as matrices in LaTeX, and undeclared prefixes in MathML.)
 */
public abstract class Notation {
  /** The comparisons by Symja's names, with the signs of programming languages. */
  private static final Map<String, String> COMPARISONS =
      Map.ofEntries(
          entry("Equal", "=="),
          entry("Unequal", "!="),
          entry("Less", "<"),
          entry("LessEqual", "<="),
          entry("Greater", ">"),
          entry("GreaterEqual", ">="));

  /** Greek letters that formulas use, with their code points. */
  static final Map<String, String> GREEK =
      Map.ofEntries(
          entry("alpha", "3B1"),
          entry("beta", "3B2"),
          entry("gamma", "3B3"),
          entry("sigma", "3C3"),
          entry("tau", "3C4"),
          entry("theta", "3B8"),
          entry("kappa", "3BA"),
          entry("lambda", "3BB"),
          entry("rho", "3C1"),
          entry("eta", "3B7"),
          entry("Lambda", "39B"),
          entry("Theta", "398"),
          entry("Sigma", "3A3"));

  /** The functions that every notation has, in small letters. */
  static final Set<String> FUNCTIONS =
      Set.of("Sin", "Cos", "Tan", "ArcCos", "ArcSin", "ArcTan", "Sinh", "Cosh", "Exp", "Log");

  /** Names of integers, and of exponents that are added to them. */
  private static final Set<String> COUNTS = Set.of("d", "j", "k", "l", "L", "m", "n", "s");

  static final int SUM = 0;
  static final int PRODUCT = 1;
  static final int POWER = 2;
  static final int ATOM = 3;

  /**
   * A written expression.
   *
   * @param binding how tightly its outermost operation binds
   */
  record Text(String text, int binding) {}

  /** A signed term of a sum. */
  record Term(boolean negative, Text text) {}

  /**
   * A value and where it applies.
   *
   * @param condition null in a last case, if that is what applies otherwise
   */
  record Case(Text value, Text condition) {
    String condition(String otherwise) {
      return condition == null ? otherwise : condition.text();
    }
  }

  abstract Text integer(BigInteger value);

  abstract Text symbol(String name);

  abstract Text sum(List<Term> terms);

  abstract Text product(List<Text> factors);

  abstract Text quotient(Text above, Text below);

  abstract Text power(Text base, Text exponent);

  abstract Text root(Text radicand);

  abstract Text function(String name, List<IExpr> arguments);

  abstract Text negative(Text text);

  /** A comparison such as a = b, by the sign that programming languages have for it. */
  abstract Text relation(String sign, Text left, Text right);

  /** The cases in order. */
  abstract Text cases(List<Case> cases);

  abstract Text brackets(Text text);

  /** The text of an expression. */
  public final String print(IExpr e) {
    return write(e).text();
  }

  /** The text, in brackets if it binds less tightly than needed. */
  final Text bind(Text text, int needed) {
    return text.binding() >= needed ? text : brackets(text);
  }

  Text write(IExpr e) {
    if (e instanceof IRational q) {
      return rational(Symja.fraction(q));
    }
    if (e instanceof ISymbol s) {
      return symbol(s.toString());
    }
    if (!(e instanceof IAST ast)) {
      throw new UnsupportedExpressionException(e + " cannot be written in this notation");
    }
    String head = ast.head().toString();
    if (head.equals("Equal") && ast.arg1().isAST(S.Mod, 3) && ast.arg1().second().equals(F.C2)) {
      return parity(ast);
    }
    if (COMPARISONS.containsKey(head)) {
      return relation(COMPARISONS.get(head), write(ast.arg1()), write(ast.arg2()));
    }
    return switch (head) {
      case "Plus" -> plus(ast);
      case "Times", "Power" -> times(ast);
      case "Piecewise" -> piecewise(ast);
      default -> function(head, list(ast));
    };
  }

  static List<IExpr> list(IAST ast) {
    return ast.copyTo();
  }

  private Text rational(Rational q) {
    Rational magnitude = q.abs();
    Text numerator = integer(magnitude.numerator());
    Text text =
        magnitude.isInteger() ? numerator : quotient(numerator, integer(magnitude.denominator()));
    return q.signum() < 0 ? negative(text) : text;
  }

  /** That a number is even or odd, written as Mod(k, 2) = 0 or 1. */
  Text parity(IAST comparison) {
    return relation("==", write(comparison.arg1()), write(comparison.arg2()));
  }

  /** The notation of exponents and indices. */
  Notation ofScripts() {
    return this;
  }

  private Text plus(IAST ast) {
    return sum(
        terms(ast).stream().map(s -> new Term(s.isNegative(), write(s.magnitude()))).toList());
  }

  /** The terms of a sum. Symja sorts numbers first; a reader wants what is subtracted last. */
  List<Signs> terms(IAST sum) {
    return sum.stream().map(Signs::of).sorted(Comparator.comparing(Signs::isNegative)).toList();
  }

  /** The same, and numbers behind frequencies, dimensions and layers: l + 1, but 1 + sigma. */
  final List<Signs> typesetTerms(IAST sum) {
    boolean isCount = !Symja.names(sum).isEmpty() && COUNTS.containsAll(Symja.names(sum));
    return sum.stream()
        .map(Signs::of)
        .sorted(
            Comparator.comparing(Signs::isNegative)
                .thenComparing(term -> isCount && term.magnitude().isNumber()))
        .toList();
  }

  /** The factors of a product, or the expression alone. */
  static List<IExpr> factors(IExpr e) {
    return e.isTimes()
        ? list((IAST) e).stream().flatMap(factor -> factors(factor).stream()).toList()
        : List.of(e);
  }

  /** Integrals and sums, which stand behind a fraction, not in it. */
  static boolean isOperator(IExpr e) {
    return e.isAST()
        && Set.of(Inert.INTEGRAL, Inert.SUM, Inert.DERIVATIVE).contains(e.head().toString());
  }

  private static boolean isNegative(IExpr e) {
    IExpr factor = e.isTimes() ? e.first() : e;
    return factor instanceof IRational q && q.isNegative();
  }

  private Text times(IAST ast) {
    Signs signed = Signs.of(ast);
    if (signed.isNegative()) {
      return negative(write(signed.magnitude()));
    }
    List<Text> above = new ArrayList<>();
    List<Text> below = new ArrayList<>();
    List<Text> behind = new ArrayList<>();
    for (IExpr factor : factors(signed.magnitude())) {
      if (isOperator(factor)) {
        behind.add(write(factor));
      } else {
        split(factor, above, below);
      }
    }
    if (below.isEmpty()) {
      above.addAll(behind);
      return productOf(above);
    }
    Text fraction =
        quotient(above.isEmpty() ? integer(BigInteger.ONE) : productOf(above), productOf(below));
    behind.add(0, fraction);
    return productOf(behind);
  }

  private Text productOf(List<Text> factors) {
    return factors.size() == 1 ? factors.get(0) : product(factors);
  }

  private void split(IExpr factor, List<Text> above, List<Text> below) {
    if (factor instanceof IRational q) {
      if (!q.numerator().isOne()) {
        above.add(write(q.numerator()));
      }
      if (!q.denominator().isOne()) {
        below.add(write(q.denominator()));
      }
    } else if (factor.isPower()) {
      IExpr exponent = factor.exponent();
      boolean reciprocal = isReciprocal(factor);
      IExpr magnitude = reciprocal ? Symja.evaluate(exponent.negate()) : exponent;
      (reciprocal ? below : above).add(positivePower(factor.base(), magnitude));
    } else {
      above.add(write(factor));
    }
  }

  /** Whether a factor belongs below a line; e^(-x) does not. */
  static boolean isReciprocal(IExpr factor) {
    return factor.isPower() && isNegative(factor.exponent()) && !factor.base().equals(S.E);
  }

  private Text positivePower(IExpr base, IExpr exponent) {
    if (exponent.isOne()) {
      return write(base);
    }
    if (exponent instanceof IRational q
        && q.numerator().isOne()
        && q.denominator().equals(Symja.of(2))) {
      return root(write(base));
    }
    return power(write(base), ofScripts().write(exponent));
  }

  private Text piecewise(IAST ast) {
    List<Case> cases = new ArrayList<>();
    for (IExpr pair : (IAST) ast.arg1()) {
      cases.add(new Case(write(pair.first()), write(pair.second())));
    }
    if (ast.argSize() > 1) {
      cases.add(new Case(write(ast.arg2()), null));
    }
    return cases(cases);
  }

  /** The letters of a name without its trailing number. */
  static String letters(String name) {
    return name.replaceFirst("[0-9]+$", "");
  }

  /** The trailing number of a name, or nothing. */
  static String number(String name) {
    return name.substring(letters(name).length());
  }
}
