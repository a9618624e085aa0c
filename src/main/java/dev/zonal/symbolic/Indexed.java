package dev.zonal.symbolic;

import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Sequences such as u_l in a recursion whose depth is a symbol, written {@code u(l)} in Symja. */
public final class Indexed {
  private static final Set<String> NAMES =
      Set.of(
          "u", "k", "d", "b", "n", "p", "t", "x", "eta", "lambda", "theta", "r", "y", "A", "B", "f",
          "even", "odd", "average");

  /** Those of which an index more says which coefficient of a series in a parameter is meant. */
  private static final Set<String> EXPANDED = Set.of("A", "B", "eta", "even", "odd", "average");

  /** Sequences that a recursion runs through. */
  private static final Set<String> OF_LAYER = Set.of("u", "k", "d", "b", "n", "p", "t");

  private Indexed() {}

  /** The member of the sequence {@code name} with the given index. */
  public static IExpr of(String name, IExpr index) {
    return F.unaryAST1(Symja.symbol(name), index);
  }

  /** The coefficient with that index of a result that is expanded in a parameter. */
  public static IExpr withIndex(IExpr result, IExpr index) {
    return result instanceof IAST member
        ? F.binaryAST2(member.head(), member.arg1(), index)
        : F.unaryAST1(result, index);
  }

  /** How many of the arguments of a member of a sequence are indices. */
  public static int indices(String name, int arguments) {
    return arguments == 2 && EXPANDED.contains(name) ? 2 : 1;
  }

  /** Whether a sequence that runs through the layers has that name. */
  public static boolean isOfLayer(String name) {
    return OF_LAYER.contains(name);
  }

  /**
   * Whether an equation among the results of a recursion is a rule for a sequence that runs through
   * the layers, or a start of one.
   */
  public static boolean isRule(Equation e) {
    return e.left() instanceof IAST member && OF_LAYER.contains(member.head().toString());
  }

  /** Whether members of a sequence that runs through the layers occur in an expression. */
  public static boolean hasMembers(IExpr e) {
    return e instanceof IAST ast
        && (ast.argSize() == 1 && OF_LAYER.contains(ast.head().toString())
            || ast.exists(Indexed::hasMembers));
  }

  /** Whether a sequence has that name. */
  public static boolean isIndexed(String name) {
    return NAMES.contains(name);
  }
}
