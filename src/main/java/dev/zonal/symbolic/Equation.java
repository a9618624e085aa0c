package dev.zonal.symbolic;

import org.matheclipse.core.interfaces.IExpr;

/** The statement {@code left = right}; in a definition the left side is the name. */
public record Equation(IExpr left, IExpr right) {
  @Override
  public String toString() {
    return left + " = " + right;
  }
}
