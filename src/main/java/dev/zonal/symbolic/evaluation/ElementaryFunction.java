package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.UnsupportedExpressionException;

/** The elementary functions of one argument, by Symja's names, over any arithmetic. */
final class ElementaryFunction {
  private ElementaryFunction() {}

  /**
   * The value of a function.
   *
   * @throws UnsupportedExpressionException if the name is none of these
   * @throws dev.zonal.arithmetic.DomainException if x is not certainly within its domain
   */
  static <T> T value(Arithmetic<T> over, String name, T x) {
    return switch (name) {
      case "Sqrt" -> over.sqrt(x);
      case "Sin" -> over.sin(x);
      case "Cos" -> over.cos(x);
      case "Tan" -> over.divide(over.sin(x), over.cos(x));
      case "Cot" -> over.divide(over.cos(x), over.sin(x));
      case "Sec" -> over.divide(over.of(1), over.cos(x));
      case "Csc" -> over.divide(over.of(1), over.sin(x));
      case "Sinh" -> half(over, over.subtract(over.exp(x), over.exp(over.negate(x))));
      case "Cosh" -> half(over, over.add(over.exp(x), over.exp(over.negate(x))));
      case "ArcSin" -> over.asin(x);
      case "Exp" -> over.exp(x);
      case "Log" -> over.log(x);
      default -> throw new UnsupportedExpressionException("no certified value of " + name);
    };
  }

  static <T> T half(Arithmetic<T> over, T x) {
    return over.scale(x, Rational.of(1, 2));
  }
}
