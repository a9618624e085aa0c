package dev.zonal.symbolic;

import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Sequences such as u_l in a recursion whose depth is a symbol, written {@code u(l)} in Symja. */
public final class Indexed {
  private static final Set<String> NAMES =
      Set.of("u", "k", "d", "b", "n", "p", "t", "x", "eta", "lambda", "theta", "A", "B");

  private Indexed() {}

  /** The member of the sequence {@code name} with the given index. */
  public static IExpr of(String name, IExpr index) {
    return F.unaryAST1(Symja.symbol(name), index);
  }

  public static boolean isIndexed(String name) {
    return NAMES.contains(name);
  }
}
