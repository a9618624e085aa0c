package dev.zonal.symbolic.evaluation;

import static java.util.Map.entry;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.quadrature.GegenbauerPolynomial;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
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
  private static final int LARGEST_DEGREE = 100_000;
  private static final Rational HALF = Rational.of(1, 2);

  /** How many arguments a function has here that Symja knows with others as well. */
  private static final Map<String, Integer> ARGUMENTS =
      Map.ofEntries(
          entry("Gamma", 1),
          entry("BesselI", 2),
          entry("BesselK", 2),
          entry("Beta", 2),
          entry("PolyGamma", 2),
          entry("LegendreP", 2),
          entry("ChebyshevU", 2),
          entry("ChebyshevT", 2),
          entry("GegenbauerC", 3));

  private final BallArithmetic over;
  private final ExactEvaluator exact;
  private final GammaLadder ladder;
  private final Map<String, Ball> names = new HashMap<>();
  private final Map<IAST, Ball> powers = new HashMap<>();

  /**
   * @param variables the values of the free symbols
   */
  public ExpressionEvaluator(BallArithmetic over, Map<String, Rational> variables) {
    this(over, Map.copyOf(variables), new GammaLadder(over));
  }

  private ExpressionEvaluator(
      BallArithmetic over, Map<String, Rational> variables, GammaLadder ladder) {
    this.over = over;
    this.exact = new ExactEvaluator(variables);
    this.ladder = ladder;
  }

  /** The same with a value for one more variable. */
  private ExpressionEvaluator with(String variable, long value) {
    Map<String, Rational> variables = new HashMap<>(exact.variables());
    variables.put(variable, Rational.of(value));
    ExpressionEvaluator more = new ExpressionEvaluator(over, variables, ladder);
    more.names.putAll(names);
    return more;
  }

  /** The value of an expression without free symbols, computed with so many bits. */
  public static Ball value(IExpr e, int bits) {
    return new ExpressionEvaluator(BallArithmetic.ofBits(bits), Map.of()).evaluate(e);
  }

  /** Expressions, whose names are defined beforehand, as one side of an identity. */
  public static Verification.Side side(List<Equation> definitions, List<IExpr> values) {
    return (over, point) -> new ExpressionEvaluator(over, point).evaluate(definitions, values);
  }

  /** An expression as one side of an identity. */
  public static Verification.Side side(IExpr value) {
    return side(List.of(), List.of(value));
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
    Optional<Rational> rational = exact.value(e);
    if (rational.isPresent()) {
      return over.of(rational.get());
    }
    if (e.equals(S.Pi)) {
      return over.pi();
    }
    if (e.equals(S.E)) {
      return over.exp(over.of(1));
    }
    if (e.equals(S.GoldenRatio)) {
      return over.scale(over.add(over.of(1), over.sqrt(over.of(5))), HALF);
    }
    if (e.equals(S.Degree)) {
      return over.scale(over.pi(), Rational.of(1, 180));
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
    String name = ast.head().toString();
    if (ast.argSize() != ARGUMENTS.getOrDefault(name, ast.argSize())) {
      throw new UnsupportedExpressionException("no certified value of " + ast);
    }
    return switch (name) {
      case "Plus" -> fold(ast, over.of(0), over::add);
      case "Times" -> fold(ast, over.of(1), over::multiply);
      case "Power" -> knownPower(ast);
      case "Piecewise" -> evaluate(exact.branch(ast));
      case "Gamma" -> gamma(rational(ast.arg1()));
      case "Pochhammer" -> pochhammer(evaluate(ast.arg1()), exact.integer(ast.arg2()));
      case "BesselI" -> besselI(rational(ast.arg1()), evaluate(ast.arg2()));
      case "BesselK" -> besselK(rational(ast.arg1()), evaluate(ast.arg2()));
      case "Beta" -> beta(rational(ast.arg1()), rational(ast.arg2()));
      case "LegendreP" -> gegenbauer(HALF, ast);
      case "ChebyshevU" -> gegenbauer(Rational.ONE, ast);
      case "ChebyshevT" -> GegenbauerPolynomial.chebyshev(over, degree(ast), evaluate(ast.arg2()));
      case "GegenbauerC" -> gegenbauer(rational(ast.arg2()), ast);
      case "Max", "Min" -> extreme(ast);
      case "Integrate" -> integral(ast);
      case "PolyGamma" -> psi(ast);
      case Inert.SUM -> new GammaSum(over, exact, n -> with(ast.arg2().toString(), n)).of(ast);
      case "HypergeometricPFQ" ->
          HypergeometricSeries.sum(
              over, rationals(ast.arg1()), rationals(ast.arg2()), evaluate(ast.arg3()));
      case "GegenbauerCoefficient", "NTKEigenvalue" -> eigenvalue(ast);
      default -> elementary(name, ast);
    };
  }

  private Ball eigenvalue(IAST ast) {
    if (!NumericEigenvalue.isMeant(ast)) {
      throw new UnsupportedExpressionException("no certified value of " + ast);
    }
    return NumericEigenvalue.of(ast, over.bits());
  }

  private Ball elementary(String name, IAST ast) {
    if (ast.argSize() != 1) {
      throw new UnsupportedExpressionException("no certified value of " + name);
    }
    Ball x = evaluate(ast.arg1());
    return switch (name) {
      case "Abs" -> larger(x, over.negate(x));
      case "Erf" -> erf(x);
      case "Erfc" -> over.subtract(over.of(1), erf(x));
      case "Floor" -> whole(x, RoundingMode.FLOOR);
      case "Ceiling" -> whole(x, RoundingMode.CEILING);
      case "Sign" -> sign(x);
      case "ArcCos" -> over.acos(x);
      case "ArcTan" -> over.atan(x);
      default -> ElementaryFunction.value(over, name, x);
    };
  }

  private Ball fold(IAST ast, Ball start, BinaryOperator<Ball> operation) {
    return ast.stream().map(this::evaluate).reduce(start, operation);
  }

  /** The same powers of a few constants make up a long coefficient. */
  private Ball knownPower(IAST power) {
    Ball known = powers.get(power);
    if (known == null) {
      known = power(power.arg1(), power.arg2());
      powers.put(power, known);
    }
    return known;
  }

  private Ball power(IExpr base, IExpr exponent) {
    Optional<Rational> e = exact.value(exponent);
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

  /** I_nu(x) = (x/2)^nu/Gamma(nu+1) times 0F1(; nu+1; x^2/4). */
  private Ball besselI(Rational nu, Ball x) {
    if (nu.signum() < 0) {
      throw new UnsupportedExpressionException("no certified value of BesselI of order " + nu);
    }
    Ball half = over.scale(x, HALF);
    Rational next = nu.add(1);
    Ball series = HypergeometricSeries.sum(over, List.of(), List.of(next), over.square(half));
    return over.multiply(over.divide(over.power(half, nu), gamma(next)), series);
  }

  /**
   * K_nu(x) = 2^(nu-1) Gamma(nu) x^-nu M_nu(x) (docs/theory.md, section 9.8); K_0 by the others.
   */
  private Ball besselK(Rational nu, Ball x) {
    if (nu.signum() == 0) {
      Ball first = over.divide(over.scale(besselK(Rational.ONE, x), Rational.of(2)), x);
      return over.subtract(besselK(Rational.of(2), x), first);
    }
    if (nu.signum() < 0) {
      throw new UnsupportedExpressionException("no certified value of BesselK of order " + nu);
    }
    Ball scale = over.multiply(gamma(nu), over.power(over.of(2), nu.subtract(1)));
    return over.divide(over.multiply(scale, over.matern(nu, x)), over.power(x, nu));
  }

  private Ball gamma(Rational x) {
    if (x.isInteger() && x.signum() <= 0) {
      throw new DomainException("Gamma has a pole at " + x);
    }
    if (!ExactEvaluator.isSmallInteger(x.multiply(2))) {
      return ladder.gamma(x);
    }
    if (x.isInteger()) {
      return over.of(ExactEvaluator.rising(Rational.ONE, x.intValue() - 1));
    }
    int steps = x.subtract(HALF).intValue();
    Rational rational =
        steps >= 0
            ? ExactEvaluator.rising(HALF, steps)
            : ExactEvaluator.rising(x, -steps).reciprocal();
    return over.scale(over.sqrt(over.pi()), rational);
  }

  private Ball psi(IAST ast) {
    Rational x = rational(ast.arg2());
    if (!ast.arg1().isZero()) {
      throw new UnsupportedExpressionException("no certified value of " + ast);
    }
    return ladder.psi(x);
  }

  private Ball beta(Rational a, Rational b) {
    return over.divide(over.multiply(gamma(a), gamma(b)), gamma(a.add(b)));
  }

  private Ball gegenbauer(Rational lambda, IAST ast) {
    return GegenbauerPolynomial.value(over, lambda, degree(ast), evaluate(ast.get(ast.argSize())));
  }

  private int degree(IAST ast) {
    int degree = exact.integer(ast.arg1());
    if (degree < 0 || degree > LARGEST_DEGREE) {
      throw new UnsupportedExpressionException(
          ast.head() + " has a certified value for degrees from 0 to " + LARGEST_DEGREE);
    }
    return degree;
  }

  private Ball extreme(IAST ast) {
    boolean largest = ast.head().toString().equals("Max");
    return ast.stream()
        .map(this::evaluate)
        .map(x -> largest ? x : over.negate(x))
        .reduce(this::larger)
        .map(x -> largest ? x : over.negate(x))
        .orElseThrow(() -> new UnsupportedExpressionException("no certified value of " + ast));
  }

  /** The larger of two numbers: of balls that overlap what covers both. */
  private Ball larger(Ball a, Ball b) {
    return a.certainlyLess(b) ? b : b.certainlyLess(a) ? a : Ball.hull(a, b);
  }

  /** 2 x/sqrt(pi) times 1F1(1/2; 3/2; -x^2). */
  private Ball erf(Ball x) {
    Ball series =
        HypergeometricSeries.sum(
            over, List.of(HALF), List.of(Rational.of(3, 2)), over.negate(over.square(x)));
    return over.multiply(over.divide(over.scale(x, Rational.of(2)), over.sqrt(over.pi())), series);
  }

  private Ball whole(Ball x, RoundingMode mode) {
    BigInteger lower = x.lower().toScale(0, mode).toBigInteger();
    if (!lower.equals(x.upper().toScale(0, mode).toBigInteger())) {
      throw new DomainException("a number too close to an integer to be rounded");
    }
    return Ball.exact(lower);
  }

  private static Ball sign(Ball x) {
    if (x.isExact() && x.containsZero()) {
      return x;
    }
    if (x.containsZero()) {
      throw new DomainException("a number too close to zero to know its sign");
    }
    return Ball.exact(x.isPositive() ? 1 : -1);
  }

  /**
   * Half the bits are enough for as many digits, and twice as many would take eight times as long.
   */
  private Ball integral(IAST ast) {
    if (ast.argSize() != 2 || !ast.arg2().isList() || ast.arg2().size() != 4) {
      throw new UnsupportedExpressionException("no certified value of " + ast);
    }
    IAST range = (IAST) ast.arg2();
    return TaylorQuadrature.integral(
        ast.arg1(), range.arg1(), range.arg2(), range.arg3(), over.bits() / 2);
  }

  private Rational rational(IExpr e) {
    return exact
        .value(e)
        .orElseThrow(() -> new UnsupportedExpressionException(e + " is not rational"));
  }

  private List<Rational> rationals(IExpr list) {
    return ((IAST) list).stream().map(this::rational).toList();
  }
}
