package dev.zonal.symbolic;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Evaluates expressions exactly where they are rational, and decides the conditions of cases.
 *
 * @param variables the values of the free symbols
 */
public record ExactEvaluator(Map<String, Rational> variables) {
  private static final int BITS_OF_SMALL = 20;

  /** The value of an expression made of integers and variables by rational operations. */
  public Optional<Rational> value(IExpr e) {
    if (e instanceof IRational q) {
      return Optional.of(Symja.fraction(q));
    }
    if (e instanceof ISymbol) {
      return Optional.ofNullable(variables.get(e.toString()));
    }
    if (!(e instanceof IAST ast)) {
      return Optional.empty();
    }
    return switch (ast.head().toString()) {
      case "Plus" -> fold(ast, Rational.ZERO, Rational::add);
      case "Times" -> fold(ast, Rational.ONE, Rational::multiply);
      case "Power" -> rationalPower(ast);
      case "Mod" -> value(ast.arg1()).map(k -> modulo(k, integer(ast.arg2())));
      case "Max" -> fold(ast, (a, b) -> a.compareTo(b) < 0 ? b : a);
      case "Min" -> fold(ast, (a, b) -> a.compareTo(b) < 0 ? a : b);
      case "Factorial" -> value(ast.arg1()).flatMap(ExactEvaluator::factorial);
      case "Binomial" -> binomial(ast);
      default -> Optional.empty();
    };
  }

  private Optional<Rational> fold(IAST ast, Rational start, BinaryOperator<Rational> operation) {
    Optional<Rational> result = Optional.of(start);
    for (IExpr argument : ast) {
      result = result.flatMap(a -> value(argument).map(b -> operation.apply(a, b)));
    }
    return result;
  }

  private Optional<Rational> fold(IAST ast, BinaryOperator<Rational> operation) {
    return value(ast.arg1()).flatMap(first -> fold(ast.rest(), first, operation));
  }

  private Optional<Rational> rationalPower(IAST ast) {
    Optional<Rational> base = value(ast.arg1());
    Optional<Rational> exponent = value(ast.arg2());
    if (base.isEmpty() || exponent.isEmpty() || !isSmallInteger(exponent.get())) {
      return Optional.empty();
    }
    int n = exponent.get().intValue();
    if (base.get().signum() == 0 && n < 0) {
      throw new DomainException("division by zero in " + ast);
    }
    return Optional.of(base.get().pow(n));
  }

  private static Rational modulo(Rational k, int m) {
    if (!k.isInteger()) {
      throw new UnsupportedExpressionException("Mod of " + k);
    }
    return Rational.of(k.numerator().mod(BigInteger.valueOf(m)));
  }

  private static Optional<Rational> factorial(Rational n) {
    return isSmallInteger(n) && n.signum() >= 0
        ? Optional.of(rising(Rational.ONE, n.intValue()))
        : Optional.empty();
  }

  private Optional<Rational> binomial(IAST ast) {
    Optional<Rational> n = value(ast.arg1());
    Optional<Rational> k = value(ast.arg2());
    if (n.isEmpty() || k.isEmpty() || !isSmallInteger(k.get()) || k.get().signum() < 0) {
      return Optional.empty();
    }
    int count = k.get().intValue();
    Rational above = rising(n.get().subtract(count - 1), count);
    return Optional.of(above.divide(rising(Rational.ONE, count)));
  }

  /** a (a+1) ... (a+n-1). */
  public static Rational rising(Rational a, int n) {
    Rational product = Rational.ONE;
    for (int i = 0; i < n; i++) {
      product = product.multiply(a.add(i));
    }
    return product;
  }

  /**
   * The value of an expression that is a whole number.
   *
   * @throws UnsupportedExpressionException if it is none
   */
  public int integer(IExpr e) {
    Rational value =
        value(e).orElseThrow(() -> new UnsupportedExpressionException(e + " is no integer"));
    if (!value.isInteger()) {
      throw new UnsupportedExpressionException(e + " is no integer");
    }
    if (!isSmallInteger(value)) {
      throw new UnsupportedExpressionException(e + " is too large");
    }
    return value.intValue();
  }

  /** Whether q is an integer so small that as many factors may be multiplied out. */
  public static boolean isSmallInteger(Rational q) {
    return q.isInteger() && q.numerator().bitLength() <= BITS_OF_SMALL;
  }

  /** The case of a Piecewise expression that holds; every other expression itself. */
  public IExpr select(IExpr value) {
    return value.isAST(S.Piecewise) ? branch((IAST) value) : value;
  }

  /** The value in the first case that holds. */
  public IExpr branch(IAST piecewise) {
    for (IExpr pair : (IAST) piecewise.arg1()) {
      if (holds(((IAST) pair).arg2())) {
        return ((IAST) pair).arg1();
      }
    }
    if (piecewise.argSize() < 2) {
      throw new UnsupportedExpressionException("no case applies in " + piecewise);
    }
    return piecewise.arg2();
  }

  private boolean holds(IExpr condition) {
    if (condition.isTrue()) {
      return true;
    }
    if (!(condition instanceof IAST ast)) {
      throw new UnsupportedExpressionException("cannot decide " + condition);
    }
    return switch (ast.head().toString()) {
      case "And" -> ast.stream().allMatch(this::holds);
      case "Or" -> ast.stream().anyMatch(this::holds);
      case "Equal" -> sign(ast) == 0;
      case "Unequal" -> sign(ast) != 0;
      case "Less" -> sign(ast) < 0;
      case "LessEqual" -> sign(ast) <= 0;
      case "Greater" -> sign(ast) > 0;
      case "GreaterEqual" -> sign(ast) >= 0;
      default -> throw new UnsupportedExpressionException("cannot decide " + condition);
    };
  }

  private int sign(IAST comparison) {
    return value(comparison.arg1())
        .flatMap(a -> value(comparison.arg2()).map(b -> a.compareTo(b)))
        .orElseThrow(() -> new UnsupportedExpressionException("cannot decide " + comparison));
  }
}
