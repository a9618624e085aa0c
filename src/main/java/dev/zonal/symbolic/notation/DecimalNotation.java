package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.UnsupportedExpressionException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * An expression in Java's decimal numbers, as calls of the printed class Decimal ({@code
 * JavaHelper}), named m: for formulas whose terms cancel, as hypergeometric series do.
 */
public final class DecimalNotation extends Notation {
  public DecimalNotation() {}

  /**
   * Refuses what these numbers have no function for: exponents that are no integers, and Gamma at
   * what is no multiple of 1/2.
   *
   * @throws UnsupportedExpressionException if there is such a part
   */
  public static void requireForm(IExpr e) {
    if (!(e instanceof IAST ast)) {
      return;
    }
    boolean isRoot = e.isSqrt() || e.isPower() && e.exponent().equals(F.CN1D2);
    boolean isGamma = ast.head().equals(S.Gamma) || ast.head().equals(S.Pochhammer);
    if (e.isPower() && !isRoot && hasFraction(e.exponent(), 1) || isGamma && hasFraction(e, 2)) {
      throw new UnsupportedExpressionException(
          "powers and Gamma functions of numbers that are no multiples of 1/2 have no form in decimal"
              + " Java; spectrum has the eigenvalues");
    }
    ast.forEach(DecimalNotation::requireForm);
  }

  /** Whether there is a number in an expression whose denominator is larger. */
  private static boolean hasFraction(IExpr e, int denominator) {
    return !e.isFree(
        part -> part instanceof IRational q && q.denominator().compareTo(F.ZZ(denominator)) > 0,
        true);
  }

  @Override
  Text integer(BigInteger value) {
    return call("of", value.bitLength() < 31 ? value.toString() : "\"" + value + "\"");
  }

  @Override
  Text symbol(String name) {
    return name.equals("Pi") ? call("pi", "") : call("of", name);
  }

  @Override
  Text sum(List<Term> terms) {
    List<Text> signed = new ArrayList<>();
    terms.forEach(t -> signed.add(t.negative() ? negative(t.text()) : t.text()));
    return call("sum", joined(signed));
  }

  @Override
  Text product(List<Text> factors) {
    return call("product", joined(factors));
  }

  @Override
  Text quotient(Text above, Text below) {
    return call("quotient", joined(List.of(above, below)));
  }

  @Override
  Text power(Text base, Text exponent) {
    return call("power", joined(List.of(base, exponent)));
  }

  @Override
  Text root(Text radicand) {
    return call("root", radicand.text());
  }

  @Override
  Text negative(Text text) {
    return new Text(text.text() + ".negate()", ATOM);
  }

  @Override
  Text brackets(Text text) {
    return text;
  }

  @Override
  Text function(String name, List<IExpr> arguments) {
    return switch (name) {
      case "Gamma" -> call("gamma", all(arguments));
      case "Pochhammer" -> call("rising", all(arguments));
      case "HypergeometricPFQ" ->
          call(
              "hypergeometric",
              String.join(
                  ", ", array(arguments.get(0)), array(arguments.get(1)), print(arguments.get(2))));
      default -> throw new UnsupportedExpressionException(name + " has no form in decimal Java");
    };
  }

  @Override
  Text relation(String sign, Text left, Text right) {
    throw new UnsupportedExpressionException(sign + " has no form in decimal Java");
  }

  @Override
  Text cases(List<Case> cases) {
    throw new UnsupportedExpressionException("cases have no form in decimal Java");
  }

  private String array(IExpr list) {
    return "new BigDecimal[] {" + all(list((IAST) list)) + "}";
  }

  private String all(List<IExpr> arguments) {
    return joined(arguments.stream().map(this::write).toList());
  }

  private static String joined(List<Text> texts) {
    return String.join(", ", texts.stream().map(Text::text).toList());
  }

  private static Text call(String method, String arguments) {
    return new Text("m." + method + "(" + arguments + ")", ATOM);
  }
}
