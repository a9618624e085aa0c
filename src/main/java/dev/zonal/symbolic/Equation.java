package dev.zonal.symbolic;

import java.util.function.UnaryOperator;
import org.matheclipse.core.interfaces.IExpr;

/** The statement {@code left = right}; in a definition the left side is the name. */
public record Equation(IExpr left, IExpr right) {
  /** The same name or number on the left, another expression on the right. */
  public Equation withRight(UnaryOperator<IExpr> map) {
    return new Equation(left, map.apply(right));
  }

  @Override
  public String toString() {
    return left + " = " + right;
  }
}
