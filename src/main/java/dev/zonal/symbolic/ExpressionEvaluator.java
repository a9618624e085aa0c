package dev.zonal.symbolic;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.DomainException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
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
  private final ExactEvaluator exact;
  private final Map<String, Ball> names = new HashMap<>();
  private final Map<IAST, Ball> powers = new HashMap<>();

  /**
   * @param variables the values of the free symbols
   */
  public ExpressionEvaluator(BallArithmetic over, Map<String, BigFraction> variables) {
    this.over = over;
    this.exact = new ExactEvaluator(Map.copyOf(variables));
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
    Optional<BigFraction> rational = exact.value(e);
    if (rational.isPresent()) {
      return over.of(rational.get());
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
        return evaluate(exact.branch(ast));
      }
      case "Gamma" -> {
        return gamma(integerOrHalf(ast.arg1()));
      }
      case "Pochhammer" -> {
        return pochhammer(evaluate(ast.arg1()), exact.integer(ast.arg2()));
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
      case "GegenbauerCoefficient", "NTKEigenvalue" -> {
        if (!NumericEigenvalue.isMeant(ast)) {
          throw new UnsupportedExpressionException("no certified value of " + ast);
        }
        return NumericEigenvalue.of(ast, over.bits());
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
    Optional<BigFraction> e = exact.value(exponent);
    if (e.isPresent() && !base.equals(S.E)) {
      return over.power(evaluate(base), e.get());
    }
    Ball x = evaluate(exponent);
    return base.equals(S.E) ? over.exp(x) : over.exp(over.multiply(x, over.log(evaluate(base))));
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
    if (ExactEvaluator.isInteger(x)) {
      if (x.signum() <= 0) {
        throw new DomainException("Gamma has a pole at " + x);
      }
      return over.of(ExactEvaluator.rising(BigFraction.ONE, x.intValue() - 1));
    }
    int steps = x.subtract(HALF).intValue();
    BigFraction rational =
        steps >= 0
            ? ExactEvaluator.rising(HALF, steps)
            : ExactEvaluator.rising(x, -steps).reciprocal();
    return over.scale(over.sqrt(over.pi()), rational);
  }

  private BigFraction integerOrHalf(IExpr e) {
    BigFraction value =
        exact.value(e).orElseThrow(() -> new UnsupportedExpressionException("Gamma of " + e));
    if (!ExactEvaluator.isInteger(value.multiply(2))) {
      throw new UnsupportedExpressionException("Gamma at " + value);
    }
    return value;
  }

  private List<BigFraction> rationals(IExpr list) {
    return ((IAST) list)
        .stream()
            .map(
                e ->
                    exact
                        .value(e)
                        .orElseThrow(
                            () -> new UnsupportedExpressionException(e + " is not rational")))
            .toList();
  }
}
