package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * An expression in one variable as a function over an arithmetic: what does not contain the
 * variable is a constant.
 *
 * @param constant how the arithmetic takes over the value of a constant expression
 */
record Integrand<T>(Arithmetic<T> over, IExpr variable, T value, Function<IExpr, T> constant) {
  /**
   * The value of an expression.
   *
   * @throws UnsupportedExpressionException if it contains a function that is not elementary
   * @throws DomainException if an argument is not certainly within the domain of its function
   */
  T evaluate(IExpr e) {
    if (e.equals(variable)) {
      return value;
    }
    if (e.isFree(variable, true)) {
      return constant.apply(e);
    }
    IAST ast = (IAST) e;
    return switch (ast.head().toString()) {
      case "Plus" -> fold(ast, over::add);
      case "Times" -> fold(ast, over::multiply);
      case "Power" -> power(ast.arg1(), ast.arg2());
      default -> elementary(ast);
    };
  }

  private T fold(IAST ast, BinaryOperator<T> operation) {
    return ast.stream().map(this::evaluate).reduce(operation).orElseThrow();
  }

  private T power(IExpr base, IExpr exponent) {
    if (exponent instanceof IRational q) {
      return over.power(evaluate(base), Symja.fraction(q));
    }
    if (base.equals(S.E)) {
      return over.exp(evaluate(exponent));
    }
    return over.exp(over.multiply(evaluate(exponent), over.log(evaluate(base))));
  }

  private T elementary(IAST ast) {
    if (ast.argSize() != 1) {
      throw new UnsupportedExpressionException("no certified value of " + ast.head());
    }
    T x = evaluate(ast.arg1());
    return switch (ast.head().toString()) {
      case "ArcCos" -> over.subtract(ElementaryFunction.half(over, over.pi()), over.asin(x));
      case "ArcTan" -> over.asin(over.divide(x, over.sqrt(over.add(over.of(1), over.square(x)))));
      default -> ElementaryFunction.value(over, ast.head().toString(), x);
    };
  }
}
