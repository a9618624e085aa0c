package dev.zonal.symbolic.parameter;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Names q_n of what occurs once are written out again, unless the formula becomes long. */
final class Inlining {
  private static final long LONGEST = 60;

  private Inlining() {}

  static Derivation of(Derivation derivation) {
    Derivation written = derivation;
    Optional<Equation> once = once(written);
    while (once.isPresent()) {
      written = without(written, once.get());
      once = once(written);
    }
    return written;
  }

  /** A name that one equation has once, which stays short with its value. */
  private static Optional<Equation> once(Derivation derivation) {
    return derivation.definitions().stream()
        .filter(e -> e.left().toString().matches("q[0-9]+"))
        .filter(e -> isShortOnce(derivation, e))
        .findFirst();
  }

  private static boolean isShortOnce(Derivation derivation, Equation definition) {
    List<IExpr> readers =
        Stream.concat(derivation.definitions().stream(), derivation.result().stream())
            .map(Equation::right)
            .filter(right -> count(right, definition.left()) > 0)
            .toList();
    return readers.size() == 1
        && count(readers.get(0), definition.left()) == 1
        && readers.get(0).leafCount() + definition.right().leafCount() <= LONGEST;
  }

  private static int count(IExpr e, IExpr name) {
    return e.equals(name)
        ? 1
        : e instanceof IAST ast ? ast.stream().mapToInt(part -> count(part, name)).sum() : 0;
  }

  private static Derivation without(Derivation derivation, Equation definition) {
    List<Equation> others = new ArrayList<>(derivation.definitions());
    others.remove(definition);
    return derivation
        .withDefinitions(others)
        .mapped(e -> e.withRight(r -> replaced(r, definition)));
  }

  private static IExpr replaced(IExpr right, Equation definition) {
    return count(right, definition.left()) == 0
        ? right
        : FormulaSeries.simple(Symja.replace(right, definition.left(), definition.right()));
  }
}
