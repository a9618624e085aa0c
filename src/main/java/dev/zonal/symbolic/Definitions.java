package dev.zonal.symbolic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The names that one derivation gives to its common subexpressions, in the order of definition:
 * each uses only names defined before it. Not for use by several threads.
 */
public final class Definitions {
  private final List<Equation> equations = new ArrayList<>();
  private final Map<IExpr, ISymbol> names = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<ISymbol> defined = new HashSet<>();

  /** The name of an expression: the one it has, or the next free one of the form prefix1. */
  public ISymbol name(String prefix, IExpr value) {
    ISymbol known = names.get(value);
    return known != null ? known : define(prefix + counts.merge(prefix, 1, Integer::sum), value);
  }

  /** Gives the name {@code name}, which must be free, to an expression. */
  public ISymbol define(String name, IExpr value) {
    ISymbol symbol = Symja.symbol(name);
    if (!defined.add(symbol)) {
      throw new IllegalStateException(name + " is defined twice");
    }
    equations.add(new Equation(symbol, value));
    names.put(value, symbol);
    return symbol;
  }

  /** sigma = alpha^2/(1 + alpha^2), in which everything about a residual network is written. */
  public IExpr sigma() {
    IExpr square = F.Sqr(Symja.symbol("alpha"));
    return Symja.product(square, F.Power(F.Plus(F.C1, square), F.CN1));
  }

  /** The name of {@link #sigma}. */
  public ISymbol nameSigma() {
    return isDefined("sigma") ? Symja.symbol("sigma") : define("sigma", sigma());
  }

  public boolean isDefined(String name) {
    return defined.contains(Symja.symbol(name));
  }

  /** Those definitions that the values use, directly or through one another. */
  public static List<Equation> used(List<Equation> definitions, List<IExpr> values) {
    Set<String> names = new HashSet<>();
    values.forEach(value -> names.addAll(Symja.names(value)));
    Deque<Equation> used = new ArrayDeque<>();
    for (int i = definitions.size() - 1; i >= 0; i--) {
      Equation definition = definitions.get(i);
      if (names.contains(definition.left().toString())) {
        used.addFirst(definition);
        names.addAll(Symja.names(definition.right()));
      }
    }
    return List.copyOf(used);
  }

  /** An expression with every name replaced by what it stands for: long for a deep network. */
  public static IExpr expanded(List<Equation> definitions, IExpr value) {
    IExpr result = value;
    for (int i = definitions.size() - 1; i >= 0; i--) {
      result = Symja.replace(result, definitions.get(i).left(), definitions.get(i).right());
    }
    return result;
  }

  /** The definitions so far. */
  public List<Equation> equations() {
    return List.copyOf(equations);
  }
}
