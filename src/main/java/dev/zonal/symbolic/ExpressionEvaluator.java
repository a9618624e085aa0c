package dev.zonal.symbolic;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.DomainException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Evaluates expressions to balls: the certified judge of what Symja says. It shares nothing with
 * Symja's own numerics, and refuses what it does not know.
 *
 * <p>Variables have exact rational values, names of subexpressions have balls. Integer functions
 * (Pochhammer's symbol, binomials, Gamma at integers and half-integers) take arguments that come
 * out as exact rationals. Values enclose the exact one as {@link BallArithmetic} promises.
 */
public final class ExpressionEvaluator {
  private static final BigFraction HALF = BigFraction.of(1, 2);

  private final BallArithmetic over;
  private final Map<String, BigFraction> variables;
  private final Map<String, Ball> names = new HashMap<>();
  private final Map<IAST, Ball> powers = new HashMap<>();

  /**
   * @param variables the values of the free symbols
   */
  public ExpressionEvaluator(BallArithmetic over, Map<String, BigFraction> variables) {
    this.over = over;
    this.variables = Map.copyOf(variables);
  }

  /** The values of expressions whose names are defined beforehand, in order. */
  public List<Ball> evaluate(List<Equation> definitions, List<IExpr> values) {
    powers.clear();
    for (Equation definition : definitions) {
      names.put(definition.left().toString(), evaluate(definition.right()));
    }
    return values.stream().map(this::evaluate).toList();
  }

  /**
   * The value of an expression.
   *
   * @throws UnsupportedExpressionException if it contains what has no value here
   * @throws DomainException if it is not certainly within the domain of its functions
   */
  public Ball evaluate(IExpr e) {
    Optional<BigFraction> exact = rational(e);
    if (exact.isPresent()) {
      return over.of(exact.get());
    }
    if (e.equals(S.Pi)) {
      return over.pi();
    }
    if (e.equals(S.E)) {
      return over.exp(over.of(1));
    }
    if (e instanceof ISymbol) {
      return Optional.ofNullable(names.get(e.toString()))
          .orElseThrow(() -> new UnsupportedExpressionException(e + " has no value"));
    }
    if (!(e instanceof IAST ast)) {
      throw new UnsupportedExpressionException("no certified value of " + e);
    }
    return function(ast);
  }

  private Ball function(IAST ast) {
    switch (ast.head().toString()) {
      case "Plus" -> {
        return fold(ast, over.of(0), over::add);
      }
      case "Times" -> {
        return fold(ast, over.of(1), over::multiply);
      }
      case "Power" -> {
        // The same powers of a few constants make up a long coefficient.
        Ball known = powers.get(ast);
        if (known == null) {
          known = power(ast.arg1(), ast.arg2());
          powers.put(ast, known);
        }
        return known;
      }
      case "Piecewise" -> {
        return evaluate(branch(ast));
      }
      case "Gamma" -> {
        return gamma(integerOrHalf(ast.arg1()));
      }
      case "Pochhammer" -> {
        return pochhammer(evaluate(ast.arg1()), integer(ast.arg2()));
      }
      case "Beta" -> {
        BigFraction a = integerOrHalf(ast.arg1());
        BigFraction b = integerOrHalf(ast.arg2());
        return over.divide(over.multiply(gamma(a), gamma(b)), gamma(a.add(b)));
      }
      case "HypergeometricPFQ" -> {
        return HypergeometricSeries.sum(
            over, rationals(ast.arg1()), rationals(ast.arg2()), evaluate(ast.arg3()));
      }
      default -> {
        return elementary(ast.head().toString(), ast);
      }
    }
  }

  private Ball elementary(String name, IAST ast) {
    if (ast.argSize() != 1) {
      throw new UnsupportedExpressionException("no certified value of " + name);
    }
    Ball x = evaluate(ast.arg1());
    return switch (name) {
      case "Sqrt" -> over.sqrt(x);
      case "Sin" -> over.sin(x);
      case "Cos" -> over.cos(x);
      case "Tan" -> over.divide(over.sin(x), over.cos(x));
      case "ArcSin" -> over.asin(x);
      case "ArcCos" -> over.acos(x);
      case "ArcTan" -> over.atan(x);
      case "Exp" -> over.exp(x);
      case "Log" -> over.log(x);
      default -> throw new UnsupportedExpressionException("no certified value of " + name);
    };
  }

  private interface Operation {
    Ball apply(Ball a, Ball b);
  }

  private Ball fold(IAST ast, Ball start, Operation operation) {
    Ball result = start;
    for (IExpr argument : ast) {
      result = operation.apply(result, evaluate(argument));
    }
    return result;
  }

  private Ball power(IExpr base, IExpr exponent) {
    Optional<BigFraction> e = rational(exponent);
    if (e.isPresent() && !base.equals(S.E)) {
      return over.power(evaluate(base), e.get());
    }
    Ball x = evaluate(exponent);
    return base.equals(S.E) ? over.exp(x) : over.exp(over.multiply(x, over.log(evaluate(base))));
  }

  /** The value of an expression made of integers and variables by rational operations. */
  Optional<BigFraction> rational(IExpr e) {
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
      case "Plus" -> rationalFold(ast, BigFraction.ZERO, true);
      case "Times" -> rationalFold(ast, BigFraction.ONE, false);
      case "Power" -> rationalPower(ast);
      case "Mod" -> rational(ast.arg1()).map(k -> modulo(k, integer(ast.arg2())));
      case "Factorial" -> rational(ast.arg1()).flatMap(ExpressionEvaluator::factorial);
      case "Binomial" -> binomial(ast);
      default -> Optional.empty();
    };
  }

  private Optional<BigFraction> rationalFold(IAST ast, BigFraction start, boolean sum) {
    BigFraction result = start;
    for (IExpr argument : ast) {
      Optional<BigFraction> value = rational(argument);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      result = sum ? result.add(value.get()) : result.multiply(value.get());
    }
    return Optional.of(result);
  }

  private Optional<BigFraction> rationalPower(IAST ast) {
    Optional<BigFraction> base = rational(ast.arg1());
    Optional<BigFraction> exponent = rational(ast.arg2());
    if (base.isEmpty() || exponent.isEmpty() || !isInteger(exponent.get())) {
      return Optional.empty();
    }
    int n = exponent.get().intValue();
    if (base.get().signum() == 0 && n < 0) {
      throw new DomainException("division by zero in " + ast);
    }
    return Optional.of(base.get().pow(n));
  }

  private static BigFraction modulo(BigFraction k, int m) {
    if (!isInteger(k)) {
      throw new UnsupportedExpressionException("Mod of " + k);
    }
    return BigFraction.of(k.getNumerator().multiply(k.getDenominator()).mod(BigInteger.valueOf(m)));
  }

  private static Optional<BigFraction> factorial(BigFraction n) {
    return isInteger(n) && n.signum() >= 0
        ? Optional.of(rising(BigFraction.ONE, n.intValue()))
        : Optional.empty();
  }

  private Optional<BigFraction> binomial(IAST ast) {
    Optional<BigFraction> n = rational(ast.arg1());
    Optional<BigFraction> k = rational(ast.arg2());
    if (n.isEmpty() || k.isEmpty() || !isInteger(k.get()) || k.get().signum() < 0) {
      return Optional.empty();
    }
    int count = k.get().intValue();
    BigFraction above = rising(n.get().subtract(count - 1), count);
    return Optional.of(above.divide(rising(BigFraction.ONE, count)));
  }

  private static BigFraction rising(BigFraction a, int n) {
    BigFraction product = BigFraction.ONE;
    for (int i = 0; i < n; i++) {
      product = product.multiply(a.add(i));
    }
    return product;
  }

  /** (a)_n, for negative n as 1/(a + n)_(-n). */
  private Ball pochhammer(Ball a, int n) {
    Ball product = over.of(1);
    for (int i = 0; i < Math.abs(n); i++) {
      product = over.multiply(product, over.add(a, over.of(n < 0 ? n + i : i)));
    }
    return n < 0 ? over.divide(over.of(1), product) : product;
  }

  private Ball gamma(BigFraction x) {
    if (isInteger(x)) {
      if (x.signum() <= 0) {
        throw new DomainException("Gamma has a pole at " + x);
      }
      return over.of(rising(BigFraction.ONE, x.intValue() - 1));
    }
    int steps = x.subtract(HALF).intValue();
    BigFraction rational = steps >= 0 ? rising(HALF, steps) : rising(x, -steps).reciprocal();
    return over.scale(over.sqrt(over.pi()), rational);
  }

  private BigFraction integerOrHalf(IExpr e) {
    BigFraction value =
        rational(e).orElseThrow(() -> new UnsupportedExpressionException("Gamma of " + e));
    if (!isInteger(value.multiply(2))) {
      throw new UnsupportedExpressionException("Gamma at " + value);
    }
    return value;
  }

  private int integer(IExpr e) {
    BigFraction value =
        rational(e).orElseThrow(() -> new UnsupportedExpressionException(e + " is no integer"));
    if (!isInteger(value)) {
      throw new UnsupportedExpressionException(e + " is no integer");
    }
    return value.intValue();
  }

  private static boolean isInteger(BigFraction q) {
    return q.getNumerator().mod(q.getDenominator().abs()).signum() == 0;
  }

  private List<BigFraction> rationals(IExpr list) {
    return ((IAST) list)
        .stream()
            .map(
                e ->
                    rational(e)
                        .orElseThrow(
                            () -> new UnsupportedExpressionException(e + " is not rational")))
            .toList();
  }

  /** The value in the first case that holds. */
  IExpr branch(IAST piecewise) {
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
    String head = ast.head().toString();
    if (head.equals("And")) {
      return ast.stream().allMatch(this::holds);
    }
    if (head.equals("Or")) {
      return ast.stream().anyMatch(this::holds);
    }
    int sign = sign(ast);
    return switch (head) {
      case "Equal" -> sign == 0;
      case "Unequal" -> sign != 0;
      case "Less" -> sign < 0;
      case "LessEqual" -> sign <= 0;
      case "Greater" -> sign > 0;
      case "GreaterEqual" -> sign >= 0;
      default -> throw new UnsupportedExpressionException("cannot decide " + condition);
    };
  }

  private int sign(IAST comparison) {
    return rational(comparison.arg1())
        .flatMap(a -> rational(comparison.arg2()).map(a::compareTo))
        .orElseThrow(() -> new UnsupportedExpressionException("cannot decide " + comparison));
  }
}
