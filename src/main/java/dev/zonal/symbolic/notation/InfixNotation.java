package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** The syntax of Symja, and with square brackets around arguments that of the Wolfram language. */
public final class InfixNotation extends LinearNotation {
  private final String open;
  private final String close;
  private final UnaryOperator<String> sequences;

  private InfixNotation(String open, String close, UnaryOperator<String> sequences) {
    super("");
    this.open = open;
    this.close = close;
    this.sequences = sequences;
  }

  public static InfixNotation symja() {
    return new InfixNotation("(", ")", name -> name);
  }

  /**
   * The Wolfram language, in which no symbol is a function at the same time.
   *
   * @param sequences what those are called whose members have an index
   */
  public static InfixNotation wolfram(UnaryOperator<String> sequences) {
    return new InfixNotation("[", "]", sequences);
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
      case Inert.SUM -> call("Sum", arguments.get(0), range(arguments));
      case "And" -> connective("&&", arguments);
      case "Or" -> connective("||", arguments);
      default -> new Text(called(name) + arguments(arguments, open, close), ATOM);
    };
  }

  /** The index of a sum, where it begins and where it ends. */
  private static List<IExpr> range(List<IExpr> sum) {
    IExpr end = sum.size() > 3 ? sum.get(3) : S.Infinity;
    return List.of(sum.get(1), sum.get(2), end);
  }

  private String called(String function) {
    return Indexed.isIndexed(function) ? sequences.apply(function) : function;
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
}
