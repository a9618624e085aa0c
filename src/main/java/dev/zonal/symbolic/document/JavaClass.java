package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.notation.DecimalNotation;
import dev.zonal.symbolic.notation.JavaNotation;
import dev.zonal.symbolic.notation.Notation;
import dev.zonal.text.markup.Prose;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A Java class that computes the result in double precision: one static method for each derived
 * identity, its arguments the free symbols in alphabetical order. Where a method would be longer
 * than the virtual machine allows, the constants are fields instead, each computed once: the free
 * symbols are the arguments of the constructor. A recursion to the depth L is a loop ({@link
 * JavaLoop}).
 */
final class JavaClass implements Format.Document {
  /** No character of this code brings more than one of the 65535 bytes that a method may have. */
  private static final int LONGEST_METHOD = 60_000;

  private static final Notation DOUBLES = new JavaNotation();

  @Override
  public String text(Derivation derivation, boolean steps) {
    String body =
        staticMethods(derivation)
            .map(methods -> methods + "  private Derived() {}\n")
            .orElseGet(() -> instance(derivation));
    StringBuilder text = new StringBuilder("// " + plain(derivation.title()) + "\n");
    if (steps) {
      derivation.steps().forEach(step -> text.append(comment(step)));
    }
    text.append("// ").append(plain(derivation.verification())).append("\n");
    text.append(body.contains("BigDecimal") ? "import java.math.BigDecimal;\n\n" : "");
    text.append(accuracy(body)).append("final class Derived {\n").append(JavaHelper.usedBy(body));
    return text.append(body).append("}\n").toString();
  }

  /** What the values are worth, as a comment. */
  private static String accuracy(String body) {
    String said =
        body.contains("Decimal.settled")
            ? "17 digits, summed in decimal numbers, or NaN: for k and d that are no integers from 0 and"
                + " 2 to 10^5, other arguments above 1000, and where 8192 digits cancel"
            : body.contains("GammaProduct")
                ? "14 digits for k to 10^6 and d to 50, where the arguments of Gamma are multiples of"
                    + " 1/2; else the rounding of an argument x costs x ln(x) 10^-16. For arguments"
                    + " of Gamma above 10^15 NaN"
                : "the rounding of double precision";
    return "/** Accuracy: " + said + ". */\n";
  }

  private static String plain(String marked) {
    return Prose.parse(marked).plain();
  }

  private static String comment(Derivation.Step step) {
    StringBuilder text = new StringBuilder("// " + plain(step.reason()) + "\n");
    SymjaDocument.identities(step).forEach(line -> text.append("//   ").append(line).append("\n"));
    return text.toString();
  }

  /** A method for each result with everything it needs, if none is too long. */
  private static Optional<String> staticMethods(Derivation derivation) {
    if (JavaLoop.isRecursion(derivation)) {
      return Optional.of(new JavaLoop(derivation).methods());
    }
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

  /** A method without a loop. */
  static String method(List<Equation> definitions, Equation result) {
    List<Equation> used = Definitions.used(definitions, List.of(result.right()));
    String text = head(methodName(result.left()), used, List.of(result));
    if (!result.right().isFree(S.HypergeometricPFQ, true)) {
      DecimalNotation.requireForm(result.right());
      String decimal = new DecimalNotation().print(result.right());
      return text
          + range(used, result)
          + "    return Decimal.settled(m -> "
          + decimal
          + ");\n  }\n\n";
    }
    return text + locals(used) + "    return " + DOUBLES.print(result.right()) + ";\n  }\n\n";
  }

  /** NaN for arguments with which decimal numbers would take too long, or for ever. */
  private static String range(List<Equation> used, Equation result) {
    String beyond =
        free(used, List.of(result)).stream()
            .map(JavaClass::beyond)
            .collect(Collectors.joining(" || "));
    return "    if (" + beyond + ") {\n      return Double.NaN;\n    }\n";
  }

  private static String beyond(String name) {
    return switch (name) {
      case "k" -> "!(k >= 0 && k <= 1e5 && k == Math.rint(k))";
      case "d" -> "!(d >= 2 && d <= 1e5 && d == Math.rint(d))";
      default -> "!(Math.abs(" + name + ") <= 1e3)";
    };
  }

  /** The first line of a method with the free symbols as arguments. */
  static String head(String name, List<Equation> used, List<Equation> results) {
    return "  static double " + name + "(" + arguments(used, results) + ") {\n";
  }

  /** The definitions as local variables. */
  static String locals(List<Equation> definitions) {
    return definitions.stream()
        .map(e -> "    double " + e.left() + " = " + value(e) + ";\n")
        .collect(Collectors.joining());
  }

  /** The right side; the cosine u_l of a layer is at most 1, also after rounding. */
  static String value(Equation e) {
    String value = DOUBLES.print(e.right());
    return e.left().toString().matches("u[0-9]+|u_next") ? "Math.min(1.0, " + value + ")" : value;
  }

  /** The constants as fields, in the order of their definition, and methods without arguments. */
  private static String instance(Derivation derivation) {
    List<Equation> used =
        Definitions.used(
            derivation.definitions(), derivation.result().stream().map(Equation::right).toList());
    SortedSet<String> free = free(used, derivation.result());
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

  private static String getter(String declaration, Equation e) {
    return "  " + declaration + "() {\n    return " + value(e) + ";\n  }\n\n";
  }

  private static String arguments(List<Equation> used, List<Equation> results) {
    return free(used, results).stream().map(s -> "double " + s).collect(Collectors.joining(", "));
  }

  private static SortedSet<String> free(List<Equation> used, List<Equation> results) {
    SortedSet<String> free = new TreeSet<>();
    results.forEach(e -> free.addAll(Symja.names(e.right())));
    used.forEach(e -> free.addAll(Symja.names(e.right())));
    used.forEach(e -> free.remove(e.left().toString()));
    return free;
  }

  private static String methodName(IExpr left) {
    if (!(left instanceof IAST ast)) {
      return left.toString();
    }
    String head = ast.head().toString();
    if (head.equals(Inert.DERIVATIVE)) {
      return "d" + methodName(ast.arg1()) + "d" + ast.arg2();
    }
    // A_(3/2) is A3_2, A_(-1/2) Am1_2, and eta_(k,2) eta_2.
    boolean isNumbered = ast.arg1().isRational();
    String indices =
        ast.stream()
            .skip(isNumbered ? 0 : 1)
            .map(index -> index.toString().replace("/", "_").replace("-", "m"))
            .collect(Collectors.joining("_"));
    return isNumbered || indices.isEmpty() ? head + indices : head + "_" + indices;
  }
}
