package dev.zonal.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A Java class that computes the result in double precision: one static method for each derived
 * identity, its arguments the free symbols in alphabetical order. Where a method would be longer
 * than the virtual machine allows, the constants are fields instead, each computed once: the free
 * symbols are the arguments of the constructor.
 */
final class JavaNotation extends LinearNotation {
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("Sin", "Math.sin"),
          Map.entry("Cos", "Math.cos"),
          Map.entry("Tan", "Math.tan"),
          Map.entry("ArcCos", "Math.acos"),
          Map.entry("ArcSin", "Math.asin"),
          Map.entry("ArcTan", "Math.atan"),
          Map.entry("Exp", "Math.exp"),
          Map.entry("Log", "Math.log"),
          Map.entry("Gamma", "gamma"),
          Map.entry("Pochhammer", "pochhammer"));

  /** No character of this code brings more than one of the 65535 bytes that a method may have. */
  private static final int LONGEST_METHOD = 60_000;

  private static final String GAMMA =
      """
        /** Gamma by Stirling's series after a shift to x >= 12. */
        static double gamma(double x) {
          double shift = 1;
          for (; x < 12; x++) {
            shift *= x;
          }
          double y = 1 / (x * x);
          double tail = (1 / 12.0 - y * (1 / 360.0 - y * (1 / 1260.0 - y / 1680.0))) / x;
          double power = Math.pow(x, 0.5 * x - 0.25);
          return Math.sqrt(2 * Math.PI) * power * Math.exp(tail - x) * power / shift;
        }

      """;
  private static final String POCHHAMMER =
      """
        static double pochhammer(double a, double n) {
          double product = 1;
          for (int i = 0; i < n; i++) {
            product *= a + i;
          }
          return product;
        }

      """;
  private static final String HYPERGEOMETRIC =
      """
        static double hypergeometric(double[] above, double[] below, double x) {
          double sum = 1;
          double term = 1;
          for (int n = 0; n < 10_000 && Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= x / (n + 1);
            for (double a : above) {
              term *= a + n;
            }
            for (double b : below) {
              term /= b + n;
            }
            sum += term;
          }
          return sum;
        }

      """;

  JavaNotation() {
    super(" ");
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
    if (name.equals("HypergeometricPFQ")) {
      return new Text(
          "hypergeometric(new double[] {%s}, new double[] {%s}, %s)"
              .formatted(
                  joined(list((IAST) arguments.get(0)), ", "),
                  joined(list((IAST) arguments.get(1)), ", "),
                  print(arguments.get(2))),
          ATOM);
    }
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
    if (Indexed.isIndexed(name)) {
      throw new UnsupportedExpressionException(
          "a recursion for the depth L has no form in Java; give L");
    }
    String function = FUNCTIONS.get(name);
    if (function == null) {
      throw new UnsupportedExpressionException(name + " has no form in Java");
    }
    return new Text(function + "(" + joined(arguments, ", ") + ")", ATOM);
  }

  @Override
  Text negative(Text text) {
    return new Text("-" + bind(text, POWER).text(), PRODUCT);
  }

  @Override
  Text cases(List<Text> values, List<Text> conditions) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < values.size(); i++) {
      Text condition = conditions.get(i);
      text.append(condition == null ? "" : "(" + condition.text() + ") ? ")
          .append(values.get(i).text())
          .append(i + 1 < values.size() ? " : " : "");
    }
    boolean open = conditions.get(conditions.size() - 1) != null;
    return new Text(text.append(open ? " : Double.NaN)" : ")").toString(), ATOM);
  }

  @Override
  String document(Derivation derivation, boolean steps) {
    String body =
        staticMethods(derivation)
            .map(methods -> methods + "  private Derived() {}\n")
            .orElseGet(() -> instance(derivation));
    StringBuilder text = new StringBuilder("// " + derivation.title() + "\n");
    if (steps) {
      derivation.steps().forEach(step -> text.append("// ").append(step.reason()).append("\n"));
    }
    text.append("// ").append(derivation.verification()).append("\nfinal class Derived {\n");
    text.append(body.contains("gamma(") ? GAMMA : "");
    text.append(body.contains("pochhammer(") ? POCHHAMMER : "");
    text.append(body.contains("hypergeometric(") ? HYPERGEOMETRIC : "");
    return text.append(body).append("}\n").toString();
  }

  /** A method for each result with everything it needs, if none is too long. */
  private Optional<String> staticMethods(Derivation derivation) {
    StringBuilder methods = new StringBuilder();
    for (Equation result : derivation.result()) {
      String method = method(derivation.definitions(), result);
      if (method.length() > LONGEST_METHOD) {
        return Optional.empty();
      }
      methods.append(method);
    }
    return Optional.of(methods.toString());
  }

  private String method(List<Equation> definitions, Equation result) {
    List<Equation> used = Definitions.used(definitions, List.of(result.right()));
    StringBuilder text = new StringBuilder("  static double " + methodName(result.left()));
    text.append("(").append(arguments(used, List.of(result))).append(") {\n");
    for (Equation e : used) {
      text.append("    double ").append(e.left()).append(" = ");
      text.append(print(e.right())).append(";\n");
    }
    return text.append("    return ").append(print(result.right())).append(";\n  }\n\n").toString();
  }

  /** The constants as fields, in the order of their definition, and methods without arguments. */
  private String instance(Derivation derivation) {
    List<Equation> used =
        Definitions.used(
            derivation.definitions(), derivation.result().stream().map(Equation::right).toList());
    TreeSet<String> free = free(used, derivation.result());
    StringBuilder text = new StringBuilder();
    free.forEach(name -> text.append("  private final double ").append(name).append(";\n"));
    used.forEach(e -> text.append("  private final double ").append(e.left()).append(";\n"));
    text.append("\n  Derived(").append(arguments(used, derivation.result())).append(") {\n");
    free.forEach(name -> text.append("    this.%s = %s;\n".formatted(name, name)));
    used.forEach(e -> text.append("    %s = %s();\n".formatted(e.left(), e.left())));
    text.append("  }\n\n");
    used.forEach(e -> text.append(getter("private double " + e.left(), e)));
    derivation.result().forEach(e -> text.append(getter("double " + methodName(e.left()), e)));
    return text.toString();
  }

  private String getter(String declaration, Equation e) {
    return "  " + declaration + "() {\n    return " + print(e.right()) + ";\n  }\n\n";
  }

  private static String arguments(List<Equation> used, List<Equation> results) {
    return free(used, results).stream().map(s -> "double " + s).collect(Collectors.joining(", "));
  }

  private static TreeSet<String> free(List<Equation> used, List<Equation> results) {
    TreeSet<String> free = new TreeSet<>();
    results.forEach(e -> collect(e.right(), free));
    used.forEach(e -> collect(e.right(), free));
    used.forEach(e -> free.remove(e.left().toString()));
    return free;
  }

  private static void collect(IExpr e, TreeSet<String> symbols) {
    if (e instanceof IAST ast) {
      list(ast).forEach(argument -> collect(argument, symbols));
    } else if (e instanceof ISymbol
        && !e.toString().equals("Pi")
        && !e.toString().equals("E")
        && !e.isTrue()) {
      symbols.add(e.toString());
    }
  }

  private static String methodName(IExpr left) {
    if (!(left instanceof IAST ast)) {
      return left.toString();
    }
    String head = ast.head().toString();
    return ast.arg1().isInteger() ? head + ast.arg1() : head;
  }
}
