package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;

/** An expression in Java, in double precision; {@code JavaClass} brings what it calls. */
public final class JavaNotation extends LinearNotation {
  public JavaNotation() {
    super(" ");
  }

  /** A factor of a printed GammaProduct: a method and its arguments, the last one the exponent. */
  private record Factor(String method, List<IExpr> arguments) {}

  /**
   * Products of Gamma functions and factorials are one call, with what grows as they do, rising
   * factorials (a)_n and powers of positive numbers with symbols in the exponent: each of them
   * alone soon leaves the doubles.
   */
  @Override
  Text write(IExpr e) {
    List<Factor> gammas = new ArrayList<>();
    List<Factor> powers = new ArrayList<>();
    List<IExpr> rest = new ArrayList<>();
    for (IExpr factor : e.isTimes() ? list((IAST) e) : List.of(e)) {
      IExpr base = factor.isPower() ? factor.base() : factor;
      IExpr exponent = factor.isPower() ? factor.exponent() : F.C1;
      if (exponent instanceof IInteger && base.isAST(S.Gamma, 2)) {
        gammas.add(new Factor("gamma", List.of(base.first(), exponent)));
      } else if (exponent instanceof IInteger && base.isAST(S.Factorial, 2)) {
        gammas.add(new Factor("gamma", List.of(Symja.sum(base.first(), F.C1), exponent)));
      } else if (exponent instanceof IInteger && base.isAST(S.Pochhammer, 3)) {
        gammas.add(new Factor("rising", List.of(base.first(), base.second(), exponent)));
      } else if (base instanceof IRational q && q.isPositive() && !exponent.isNumber()) {
        powers.add(new Factor("power", List.of(base, exponent)));
      } else {
        rest.add(factor);
      }
    }
    if (gammas.isEmpty()) {
      return super.write(e);
    }
    gammas.addAll(powers);
    return times(call(gammas), Symja.product(rest.toArray(IExpr[]::new)));
  }

  private Text call(List<Factor> factors) {
    StringBuilder text = new StringBuilder("new GammaProduct()");
    for (Factor factor : factors) {
      text.append(".%s(%s)".formatted(factor.method(), joined(factor.arguments(), ", ")));
    }
    return new Text(text + ".value()", ATOM);
  }

  private Text times(Text call, IExpr rest) {
    if (rest.isOne()) {
      return call;
    }
    return rest.isMinusOne() ? negative(call) : product(List.of(super.write(rest), call));
  }

  @Override
  Text integer(BigInteger value) {
    return new Text(value.bitLength() < 53 ? value + ".0" : value + "e0", ATOM);
  }

  @Override
  Text symbol(String name) {
    return new Text(name.equals("Pi") ? "Math.PI" : name.equals("E") ? "Math.E" : name, ATOM);
  }

  @Override
  Text power(Text base, Text exponent) {
    return new Text("Math.pow(" + base.text() + ", " + exponent.text() + ")", ATOM);
  }

  @Override
  Text root(Text radicand) {
    return new Text("Math.sqrt(" + radicand.text() + ")", ATOM);
  }

  @Override
  Text function(String name, List<IExpr> arguments) {
    return switch (name) {
      case "Mod" -> remainder(write(arguments.get(0)), write(arguments.get(1)));
      case Inert.SUM ->
          throw new UnsupportedExpressionException(
              "an eigenvalue that is a series, whose terms cancel, has no form in Java; spectrum has"
                  + " its digits");
      case "And" -> connective("&&", arguments);
      case "Or" -> connective("||", arguments);
      default -> elementary(name, arguments);
    };
  }

  private Text remainder(Text a, Text b) {
    return new Text(bind(a, POWER).text() + " % " + bind(b, POWER).text(), PRODUCT);
  }

  private Text elementary(String name, List<IExpr> arguments) {
    if (!FUNCTIONS.contains(name)) {
      throw new UnsupportedExpressionException(name + " has no form in Java");
    }
    String function = "Math." + name.replace("Arc", "a").toLowerCase(Locale.ROOT);
    return new Text(function + "(" + joined(arguments, ", ") + ")", ATOM);
  }

  @Override
  Text negative(Text text) {
    return new Text("-" + bind(text, POWER).text(), PRODUCT);
  }

  @Override
  Text cases(List<Case> cases) {
    StringBuilder text = new StringBuilder("(");
    String otherwise = "Double.NaN";
    for (Case c : cases) {
      if (c.condition() == null) {
        otherwise = c.value().text();
      } else {
        text.append("(%s) ? %s : ".formatted(c.condition().text(), c.value().text()));
      }
    }
    return new Text(text + otherwise + ")", ATOM);
  }
}
