package dev.zonal.symbolic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Names q1, q2, ... without the gaps that definitions leave which are not used in the end. */
public final class Numbering {
  private Numbering() {}

  /** The derivation with the definitions that it uses, the names in them counted anew. */
  public static Derivation of(Derivation derivation) {
    List<IExpr> readers =
        Stream.concat(
                derivation.result().stream(),
                derivation.steps().stream().flatMap(step -> step.equations().stream()))
            .map(Equation::right)
            .toList();
    List<Equation> used = Definitions.used(derivation.definitions(), readers);
    Map<IExpr, IExpr> names = new HashMap<>();
    for (Equation definition : used) {
      if (definition.left().toString().matches("q[0-9]+")) {
        names.put(definition.left(), Symja.symbol("q" + (names.size() + 1)));
      }
    }
    return derivation
        .withDefinitions(used)
        .mapped(e -> new Equation(renamed(e.left(), names), renamed(e.right(), names)));
  }

  private static IExpr renamed(IExpr e, Map<IExpr, IExpr> names) {
    return e.replaceAll(part -> names.getOrDefault(part, F.NIL)).orElse(e);
  }
}
