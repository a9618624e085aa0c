package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.UnsupportedExpressionException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** An expression in Java, in double precision; {@link JavaClass} brings what it calls. */
final class JavaNotation extends LinearNotation {
  JavaNotation() {
    super(" ");
  }

  /** Products of Gamma functions are one call: each of them alone soon leaves the doubles. */
  @Override
  Text write(IExpr e) {
    Optional<GammaProduct> product = GammaProduct.of(e);
    if (product.isEmpty()) {
      return super.write(e);
    }
    IExpr rest = product.get().rest();
    Text call = new Text(call(product.get()), ATOM);
    if (rest.isOne()) {
      return call;
    }
    return rest.isMinusOne() ? negative(call) : product(List.of(super.write(rest), call));
  }

  private String call(GammaProduct product) {
    StringBuilder text = new StringBuilder("new GammaProduct()");
    for (GammaProduct.Factor factor : product.factors()) {
      text.append(".").append(factor.name()).append("(");
      text.append(joined(factor.arguments(), ", ")).append(")");
    }
    return text.append(".value()").toString();
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
    if (name.equals("Mod")) {
      return new Text(
          bind(write(arguments.get(0)), POWER).text()
              + " % "
              + bind(write(arguments.get(1)), POWER).text(),
          PRODUCT);
    }
    if (name.equals("And") || name.equals("Or")) {
      return connective(name.equals("And") ? "&&" : "||", arguments);
    }
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
