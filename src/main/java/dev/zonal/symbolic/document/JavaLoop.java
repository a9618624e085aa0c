package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Results of a recursion to the depth L as Java methods with a loop. What has a rule for the index
 * 0 or 1 is carried from layer to layer; what has none (kappa_0 and kappa_1 of the angle) is
 * computed from the others of its layer.
 */
final class JavaLoop {
  private static final IExpr LAYER = Symja.symbol("l");
  private static final IExpr BEFORE = Symja.evaluate(F.Subtract(LAYER, F.C1));
  private static final IExpr DEPTH = Symja.symbol("L");

  private final Derivation derivation;
  private final Map<String, IExpr> first = new LinkedHashMap<>();
  private final Map<String, IExpr> next = new LinkedHashMap<>();

  /** Sequences whose rule holds from l = 2 on. */
  private final Set<String> late = new HashSet<>();

  JavaLoop(Derivation derivation) {
    this.derivation = derivation;
    for (Equation rule : derivation.result()) {
      if (!Indexed.isRule(rule)) {
        continue;
      }
      String name = rule.left().head().toString();
      if (rule.left().first().isInteger()) {
        first.put(name, rule.right());
        if (rule.left().first().isOne()) {
          late.add(name);
        }
      } else {
        next.put(name, rule.right());
      }
    }
  }

  /** Whether the results are rules for sequences with the index l. */
  static boolean isRecursion(Derivation derivation) {
    return derivation.result().stream().anyMatch(e -> !e.left().isFree(LAYER, true));
  }

  /** A method for each result that is no rule. */
  String methods() {
    return derivation.result().stream()
        .filter(e -> !Indexed.isRule(e))
        .map(
            e ->
                Indexed.hasMembers(e.right())
                    ? method(e)
                    : JavaClass.method(derivation.definitions(), e))
        .collect(Collectors.joining());
  }

  private String method(Equation result) {
    List<Equation> start = equations(first, "_last", rule -> at(F.C0, rule));
    List<Equation> layer =
        equations(rules(false), "_last", rule -> at(BEFORE, Symja.replace(rule, LAYER, BEFORE)));
    List<Equation> step = equations(rules(true), "_next", rule -> at(BEFORE, rule));
    Equation last = result.withRight(right -> at(DEPTH, right));
    List<Equation> end = Definitions.used(layer, List.of(last.right()));
    List<Equation> all = new ArrayList<>(used(result));
    List.of(start, layer, step).forEach(all::addAll);
    // L is an argument also where no rule names it, and l is the loop's.
    all.add(new Equation(LAYER, DEPTH));
    StringBuilder text =
        new StringBuilder(JavaClass.head(result.left().toString(), all, List.of(last)));
    text.append(JavaClass.locals(used(result))).append(JavaClass.locals(start));
    text.append("    for (double l = 1; l <= L; l++) {\n");
    text.append(JavaClass.locals(layer).indent(2));
    step.forEach(e -> text.append(step(e)));
    for (String name : first.keySet()) {
      text.append("      %s_last = %s_next;\n".formatted(name, name));
    }
    text.append("    }\n").append(JavaClass.locals(end));
    return text.append("    return ").append(JavaClass.value(last)).append(";\n  }\n\n").toString();
  }

  /** The definitions that the rules or a result use. */
  private List<Equation> used(Equation result) {
    return Definitions.used(
        derivation.definitions(),
        Stream.concat(next.values().stream(), Stream.of(result.right())).toList());
  }

  /** The next member of a sequence; one that starts at l = 1 is there already. */
  private String step(Equation next) {
    String name = next.left().toString();
    String sequence = name.substring(0, name.indexOf('_'));
    String value = JavaClass.value(next);
    return "      double %s = %s;\n"
        .formatted(
            name, late.contains(sequence) ? "l == 1 ? " + sequence + "_last : " + value : value);
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
