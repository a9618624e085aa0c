package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A recursion to the depth L as a Java method with a loop. What has a rule for the index 0 is
 * carried from layer to layer; what has none (kappa_0 and kappa_1 of the angle) is computed from
 * the others of its layer.
 */
final class JavaLoop {
  private static final IExpr LAYER = Symja.symbol("l");
  private static final IExpr BEFORE = Symja.evaluate(F.Subtract(LAYER, F.C1));
  private static final IExpr DEPTH = Symja.symbol("L");

  private final Derivation derivation;
  private final Map<String, IExpr> first = new LinkedHashMap<>();
  private final Map<String, IExpr> next = new LinkedHashMap<>();
  private IExpr last;

  JavaLoop(Derivation derivation) {
    this.derivation = derivation;
    for (Equation rule : derivation.result()) {
      if (!(rule.left() instanceof IAST member)) {
        last = rule.right();
      } else if (member.arg1().isZero()) {
        first.put(member.head().toString(), rule.right());
      } else {
        next.put(member.head().toString(), rule.right());
      }
    }
  }

  /** Whether the results are rules for sequences with the index l. */
  static boolean isRecursion(Derivation derivation) {
    return derivation.result().stream().anyMatch(e -> !e.left().isFree(LAYER, true));
  }

  /** The method f. */
  String method() {
    List<Equation> start = equations(first, "_last", rule -> at(F.C0, rule));
    List<Equation> layer =
        equations(rules(false), "_last", rule -> at(BEFORE, Symja.replace(rule, LAYER, BEFORE)));
    List<Equation> step = equations(rules(true), "_next", rule -> at(BEFORE, rule));
    Equation f = new Equation(Symja.symbol("f"), at(DEPTH, last));
    List<Equation> end = Definitions.used(layer, List.of(f.right()));
    List<Equation> all = new ArrayList<>(derivation.definitions());
    List.of(start, layer, step).forEach(all::addAll);
    // L is an argument also where no rule names it, and l is the loop's.
    all.add(new Equation(LAYER, DEPTH));
    StringBuilder text = new StringBuilder(JavaClass.head("f", all, List.of(f)));
    text.append(JavaClass.locals(derivation.definitions())).append(JavaClass.locals(start));
    text.append("    for (double l = 1; l <= L; l++) {\n");
    text.append(JavaClass.locals(layer).indent(2)).append(JavaClass.locals(step).indent(2));
    for (String name : first.keySet()) {
      text.append("      %s_last = %s_next;\n".formatted(name, name));
    }
    text.append("    }\n").append(JavaClass.locals(end));
    return text.append("    return ").append(JavaClass.value(f)).append(";\n  }\n\n").toString();
  }

  /** The rules for what is carried, which have a start, or for the others; in their order. */
  private Map<String, IExpr> rules(boolean carried) {
    Map<String, IExpr> rules = new LinkedHashMap<>(next);
    rules.keySet().removeIf(name -> first.containsKey(name) != carried);
    return rules;
  }

  private static List<Equation> equations(
      Map<String, IExpr> rules, String suffix, UnaryOperator<IExpr> right) {
    return rules.entrySet().stream()
        .map(e -> new Equation(Symja.symbol(e.getKey() + suffix), right.apply(e.getValue())))
        .toList();
  }

  /** The expression with the variables of Java for the members of index {@code i}. */
  private IExpr at(IExpr i, IExpr e) {
    IExpr written = e;
    for (String name : next.keySet()) {
      written = Symja.replace(written, Indexed.of(name, i), Symja.symbol(name + "_last"));
    }
    return written;
  }
}
