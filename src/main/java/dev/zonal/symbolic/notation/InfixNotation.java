package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Inert;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** The syntax of Symja, and with square brackets around arguments that of the Wolfram language. */
final class InfixNotation extends LinearNotation implements Format.Document {
  private final String open;
  private final String close;

  InfixNotation(String open, String close) {
    super("");
    this.open = open;
    this.close = close;
  }

  @Override
  Text integer(BigInteger value) {
    return new Text(value.toString(), ATOM);
  }

  @Override
  Text symbol(String name) {
    return new Text(name, ATOM);
  }

  @Override
  Text power(Text base, Text exponent) {
    return new Text(bind(base, ATOM).text() + "^" + bind(exponent, ATOM).text(), POWER);
  }

  @Override
  Text root(Text radicand) {
    return new Text("Sqrt" + open + radicand.text() + close, ATOM);
  }

  @Override
  Text function(String name, List<IExpr> arguments) {
    if (name.equals("List")) {
      return new Text(arguments(arguments, "{", "}"), ATOM);
    }
    return switch (name) {
      case Inert.INTEGRAL -> call("Integrate", arguments.get(0), arguments.subList(1, 4));
      case Inert.DERIVATIVE -> call("D", arguments.get(0), arguments.subList(1, 3));
      case Inert.SUM -> call("Sum", arguments.get(0), List.of(arguments.get(1), F.C0, S.Infinity));
      case "And" -> connective("&&", arguments);
      case "Or" -> connective("||", arguments);
      default -> new Text(name + arguments(arguments, open, close), ATOM);
    };
  }

  /** A function of the form name(f, {x, ...}). */
  private Text call(String name, IExpr f, List<IExpr> range) {
    String text = write(f).text() + ", " + arguments(range, "{", "}");
    return new Text(name + open + text + close, ATOM);
  }

  private String arguments(List<IExpr> arguments, String open, String close) {
    return open + joined(arguments, ", ") + close;
  }

  @Override
  Text cases(List<Case> cases) {
    List<String> pairs = new ArrayList<>();
    String otherwise = "";
    for (Case c : cases) {
      if (c.condition() == null) {
        otherwise = ", " + c.value().text();
      } else {
        pairs.add("{" + c.value().text() + ", " + c.condition().text() + "}");
      }
    }
    return new Text(
        "Piecewise" + open + "{" + String.join(", ", pairs) + "}" + otherwise + close, ATOM);
  }

  @Override
  public String text(Derivation derivation, boolean steps) {
    StringBuilder text = new StringBuilder(comment(derivation.title()));
    if (steps) {
      for (Derivation.Step step : derivation.steps()) {
        text.append(comment(step.reason()));
        identities(step).forEach(line -> text.append("  ").append(line).append("\n"));
      }
      text.append(comment("Result"));
    }
    for (Equation e : derivation.definitions(steps)) {
      text.append(equation(e, " = ")).append(";\n");
    }
    for (Equation e : derivation.result()) {
      text.append(equation(e, e.left() instanceof IAST ? " == " : " = ")).append("\n");
    }
    return text.append(comment(derivation.verification())).toString();
  }

  /** The identities of one step, a line each. */
  List<String> identities(Derivation.Step step) {
    return step.equations().stream().map(e -> equation(e, " == ")).toList();
  }

  private static String comment(String text) {
    return text.isEmpty() ? "" : "(* " + text + " *)\n";
  }

  private String equation(Equation e, String sign) {
    return print(e.left()) + sign + print(e.right());
  }
}
