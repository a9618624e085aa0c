package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Exact constants: Laurent polynomials over the rationals in p = 1/pi, the parameters, and the
 * algebraic and transcendental constants that turn up on the way, each of which becomes one of the
 * {@link Generators} with a name or an expression of its own.
 *
 * <p>A parameter s enters as itself and as v = (1 + s^2)^(-1/2), with s^2 = v^(-2) - 1, so that
 * sigma = s^2/(1 + s^2) = 1 - v^2 and 1/(1 + s^2) = v^2 are polynomials and the square root that a
 * bias brings is v itself. Beside a negative power of s stand v^0 and v^1 only. All generators are
 * positive for positive parameters, except the names made by {@link #name} and for long factors.
 * Equal polynomials are equal numbers; the converse is not claimed. Not for use by several threads.
 */
public final class ConstantRing implements Arithmetic<LaurentPolynomial> {
  private static final int PI_INVERSE = 0;
  private static final int SMALL_PRIMES = 1000;

  private final Generators generators;
  private final Definitions definitions;
  private final Map<String, Integer> inverseGrowth;

  /** The names of long factors. */
  private final Map<LaurentPolynomial, LaurentPolynomial> factors;

  /** Terms that a factor may have without a name. */
  private final int longest;

  public ConstantRing() {
    this(new Generators(), new Definitions(), new HashMap<>(), new HashMap<>(), Integer.MAX_VALUE);
    generators.free(F.Power(S.Pi, F.CN1), true);
  }

  private ConstantRing(
      Generators generators,
      Definitions definitions,
      Map<String, Integer> inverseGrowth,
      Map<LaurentPolynomial, LaurentPolynomial> factors,
      int longest) {
    this.generators = generators;
    this.definitions = definitions;
    this.inverseGrowth = inverseGrowth;
    this.factors = factors;
    this.longest = longest;
  }

  /**
   * The same constants, with products and quotients in which a factor of more than so many terms
   * becomes a constant q with a name: what is calculated then grows with the number of operations,
   * not with the powers that would come of multiplying out.
   */
  public ConstantRing namingFactorsLongerThan(int terms) {
    return new ConstantRing(generators, definitions, inverseGrowth, new HashMap<>(), terms);
  }

  /** What the named constants stand for. */
  public List<Equation> definitions() {
    return definitions.equations();
  }

  /** A number without relation to the others, a new one or the one that has this meaning. */
  private LaurentPolynomial generator(IExpr meaning, boolean positive) {
    return LaurentPolynomial.power(generators.free(meaning, positive), 1);
  }

  /** A variable without any relation. */
  public LaurentPolynomial variable(String name) {
    return generator(Symja.symbol(name), true);
  }

  /** A constant under a name, itself if it is a rational number or a single term already. */
  LaurentPolynomial name(String name, LaurentPolynomial value) {
    if (value.isZero() || value.isMonomial()) {
      return value;
    }
    IExpr symbol = definitions.define(name, expanded(value));
    return generator(symbol, false);
  }

  @Override
  public LaurentPolynomial of(Rational value) {
    return LaurentPolynomial.of(value);
  }

  @Override
  public LaurentPolynomial symbol(String name) {
    IExpr symbol = Symja.symbol(name);
    if (!generators.contains(symbol)) {
      IExpr root = Symja.evaluate(F.Power(F.Plus(F.C1, F.Sqr(symbol)), F.CN1D2));
      int v = generators.free(root, true);
      inverseGrowth.put(name, v);
      generators.parameter(symbol, v);
    }
    return LaurentPolynomial.power(generators.index(symbol), 1);
  }

  @Override
  public LaurentPolynomial pi() {
    return LaurentPolynomial.power(PI_INVERSE, -1);
  }

  @Override
  public LaurentPolynomial add(LaurentPolynomial a, LaurentPolynomial b) {
    return a.plus(b);
  }

  @Override
  public LaurentPolynomial subtract(LaurentPolynomial a, LaurentPolynomial b) {
    return a.plus(b.negated());
  }

  @Override
  public LaurentPolynomial negate(LaurentPolynomial a) {
    return a.negated();
  }

  @Override
  public LaurentPolynomial scale(LaurentPolynomial a, Rational factor) {
    return a.scaled(factor);
  }

  @Override
  public LaurentPolynomial multiply(LaurentPolynomial a, LaurentPolynomial b) {
    return a.isRational() || b.isRational()
        ? generators.reduced(a.times(b))
        : generators.reduced(shortened(a).times(shortened(b)));
  }

  /** A constant q with a name, unless it is a rational number or a single term. */
  @Override
  public LaurentPolynomial shared(LaurentPolynomial value) {
    return value.isZero() || value.isMonomial()
        ? value
        : generator(definitions.name("q", written(value)), false);
  }

  private LaurentPolynomial shortened(LaurentPolynomial a) {
    return a.size() <= longest
        ? a
        : factors.computeIfAbsent(
            a, factor -> generator(definitions.name("q", written(factor)), false));
  }

  @Override
  public LaurentPolynomial divide(LaurentPolynomial a, LaurentPolynomial b) {
    if (b.isZero()) {
      throw new DomainException("division by zero");
    }
    return multiply(a, inverse(b));
  }

  private LaurentPolynomial inverse(LaurentPolynomial b) {
    if (b.isMonomial()) {
      Map.Entry<Monomial, Rational> term = b.terms().entrySet().iterator().next();
      return generators.reduced(
          LaurentPolynomial.of(term.getValue().reciprocal(), term.getKey().inverse()));
    }
    LaurentPolynomial named = shortened(b);
    return named.isMonomial() ? inverse(named) : generator(Symja.power(expanded(b), F.CN1), false);
  }

  @Override
  public LaurentPolynomial sqrt(LaurentPolynomial a) {
    if (a.isZero()) {
      return a;
    }
    if (a.isMonomial()) {
      Map.Entry<Monomial, Rational> term = a.terms().entrySet().iterator().next();
      Monomial root = term.getKey().root();
      if (root != null && term.getValue().signum() > 0 && generators.arePositive(root)) {
        return multiply(sqrt(term.getValue()), LaurentPolynomial.of(Rational.ONE, root));
      }
    }
    IExpr meaning = Symja.evaluate(F.Sqrt(toExpression(a)));
    return LaurentPolynomial.power(generators.root(definitions.name("s", meaning), 2, a), 1);
  }

  /** a sqrt(n), n an integer without small square factors. */
  private LaurentPolynomial sqrt(Rational q) {
    BigInteger denominator = q.denominator();
    BigInteger n = q.numerator().abs().multiply(denominator);
    BigInteger outside = BigInteger.ONE;
    BigInteger whole = n.sqrt();
    if (whole.multiply(whole).equals(n)) {
      return of(Rational.of(whole, denominator));
    }
    for (long prime = 2; prime < SMALL_PRIMES; prime++) {
      BigInteger square = BigInteger.valueOf(prime * prime);
      while (n.mod(square).signum() == 0) {
        n = n.divide(square);
        outside = outside.multiply(BigInteger.valueOf(prime));
      }
    }
    int g = generators.root(F.Sqrt(F.ZZ(n)), 2, of(Rational.of(n)));
    return scale(LaurentPolynomial.power(g, 1), Rational.of(outside, denominator));
  }

  /**
   * The arc cosine as a multiple of pi, as which the angle stands in kappa_0: a rational one where
   * Symja knows it, else a named constant.
   */
  LaurentPolynomial arcCosine(LaurentPolynomial a) {
    IExpr value = Symja.evaluate(F.ArcCos(toExpression(a)));
    IExpr multiple = Symja.product(value, F.Power(S.Pi, F.CN1));
    if (multiple instanceof IRational q) {
      return scale(pi(), Symja.fraction(q));
    }
    return multiply(pi(), generator(definitions.name("t", multiple), true));
  }

  @Override
  public LaurentPolynomial asin(LaurentPolynomial a) {
    return a.isZero() ? a : subtract(scale(pi(), Rational.of(1, 2)), arcCosine(a));
  }

  @Override
  public LaurentPolynomial exp(LaurentPolynomial a) {
    if (a.isZero()) {
      return of(1);
    }
    return generator(Symja.evaluate(F.Exp(toExpression(a))), true);
  }

  @Override
  public LaurentPolynomial log(LaurentPolynomial a) {
    throw new UnsupportedExpressionException("a logarithm among the constants");
  }

  @Override
  public LaurentPolynomial sin(LaurentPolynomial a) {
    if (a.isZero()) {
      return a;
    }
    throw new UnsupportedExpressionException("a sine among the constants");
  }

  @Override
  public LaurentPolynomial cos(LaurentPolynomial a) {
    return a.isZero() ? of(1) : sin(a);
  }

  @Override
  public LaurentPolynomial power(LaurentPolynomial base, Rational exponent) {
    int degree = exponent.denominator().intValueExact();
    if (degree <= 2) {
      return Arithmetic.super.power(base, exponent);
    }
    if (!base.isRational()) {
      throw new UnsupportedExpressionException(
          "a root of degree " + degree + " among the constants");
    }
    IExpr root = Symja.power(Symja.of(base.rational()), Symja.of(1, degree));
    LaurentPolynomial g = LaurentPolynomial.power(generators.root(root, degree, base), 1);
    return power(g, exponent.numerator().longValueExact());
  }

  @Override
  public LaurentPolynomial arcCosineDefect(
      LaurentPolynomial theta, LaurentPolynomial sinHalf, LaurentPolynomial cosHalf) {
    if (theta.isZero()) {
      return theta;
    }
    throw new UnsupportedExpressionException("an arc-cosine defect among the constants");
  }

  /** As an expression in which squares of parameters are not hidden in those of their v. */
  private IExpr expanded(LaurentPolynomial a) {
    IExpr expression = toExpression(a);
    boolean hidden = inverseGrowth.values().stream().anyMatch(v -> has(a, v));
    return hidden ? Symja.evaluate(F.ExpandAll(expression)) : expression;
  }

  private static boolean has(LaurentPolynomial a, int generator) {
    return a.terms().keySet().stream().anyMatch(m -> m.exponent(generator) < 0);
  }

  /** The number as an expression in the generators. */
  public IExpr toExpression(LaurentPolynomial a) {
    return new ConstantWriter(this).toExpression(a);
  }

  /** The number as an expression for a reader. */
  public IExpr written(LaurentPolynomial a) {
    return new ConstantWriter(this).written(a);
  }

  /** What a generator stands for. */
  IExpr meaning(int generator) {
    return generators.meaning(generator);
  }

  /** The generator of a parameter. */
  int parameter(String name) {
    return generators.index(Symja.symbol(name));
  }

  /** The generators v by the names of their parameters. */
  Map<String, Integer> growths() {
    return Map.copyOf(inverseGrowth);
  }

  /** The generator sigma, which no calculation uses. */
  int sigma() {
    return generators.free(definitions.nameSigma(), true);
  }

  /** Gives the name v to v. */
  IExpr nameGrowth(String parameter) {
    return definitions.isDefined("v")
        ? Symja.symbol("v")
        : definitions.define("v", meaning(inverseGrowth.get(parameter)));
  }
}
