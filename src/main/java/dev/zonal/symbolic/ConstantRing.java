package dev.zonal.symbolic;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Exact constants: Laurent polynomials over the rationals in p = 1/pi, the parameters, and the
 * algebraic and transcendental constants that turn up on the way, each of which becomes a generator
 * with a name or an expression of its own.
 *
 * <p>A parameter s enters as itself and as v = (1 + s^2)^(-1/2), with s^2 = v^(-2) - 1, so that
 * sigma = s^2/(1 + s^2) = 1 - v^2 and 1/(1 + s^2) = v^2 are polynomials and the square root that a
 * bias brings is v itself. Beside a negative power of s stand v^0 and v^1 only. All generators are
 * positive for positive parameters, except the names made by {@link #name}. Equal polynomials are
 * equal numbers; the converse is not claimed. Not for use by several threads.
 */
final class ConstantRing implements Arithmetic<LaurentPolynomial> {
  private static final int PI_INVERSE = 0;
  private static final int SMALL_PRIMES = 1000;

  /**
   * @param meaning the generator as an expression
   * @param positive whether it may be taken out of a square root
   * @param degree the exponent n of a relation g^n = power, or 0
   * @param growth the generator v of a parameter s, or -1
   */
  private record Generator(
      IExpr meaning, boolean positive, int degree, LaurentPolynomial power, int growth) {}

  private final List<Generator> generators = new ArrayList<>();
  private final Map<IExpr, Integer> indices = new HashMap<>();
  private final Map<String, Integer> inverseGrowth = new HashMap<>();
  private final Definitions definitions = new Definitions();

  ConstantRing() {
    generator(F.Power(S.Pi, F.CN1), true, 0, null);
  }

  private int generator(IExpr meaning, boolean positive, int degree, LaurentPolynomial power) {
    return generator(meaning, positive, degree, power, -1);
  }

  private int generator(
      IExpr meaning, boolean positive, int degree, LaurentPolynomial power, int growth) {
    Integer known = indices.get(meaning);
    if (known != null) {
      return known;
    }
    generators.add(new Generator(meaning, positive, degree, power, growth));
    indices.put(meaning, generators.size() - 1);
    return generators.size() - 1;
  }

  static LaurentPolynomial power(int generator, int exponent) {
    return LaurentPolynomial.of(BigFraction.ONE, Monomial.power(generator, exponent));
  }

  /** What the named constants stand for. */
  List<Equation> definitions() {
    return definitions.equations();
  }

  /** A variable without any relation. */
  LaurentPolynomial variable(String name) {
    return power(generator(Symja.symbol(name), true, 0, null), 1);
  }

  /** A constant under a name, itself if it is a rational number or a single term already. */
  LaurentPolynomial name(String name, LaurentPolynomial value) {
    if (value.isZero() || value.isMonomial()) {
      return value;
    }
    IExpr symbol = definitions.define(name, toExpression(value));
    return power(generator(symbol, false, 0, null), 1);
  }

  @Override
  public LaurentPolynomial of(BigFraction value) {
    return LaurentPolynomial.of(value);
  }

  @Override
  public LaurentPolynomial symbol(String name) {
    IExpr symbol = Symja.symbol(name);
    if (!indices.containsKey(symbol)) {
      IExpr root = Symja.evaluate(F.Power(F.Plus(F.C1, F.Sqr(symbol)), F.CN1D2));
      int v = generator(root, true, 0, null);
      inverseGrowth.put(name, v);
      LaurentPolynomial square = power(v, -2).plus(of(-1));
      generator(symbol, true, 2, square, v);
    }
    return power(indices.get(symbol), 1);
  }

  @Override
  public LaurentPolynomial pi() {
    return power(PI_INVERSE, -1);
  }

  @Override
  public LaurentPolynomial add(LaurentPolynomial a, LaurentPolynomial b) {
    return a.plus(b);
  }

  @Override
  public LaurentPolynomial subtract(LaurentPolynomial a, LaurentPolynomial b) {
    return a.plus(negate(b));
  }

  @Override
  public LaurentPolynomial negate(LaurentPolynomial a) {
    return scale(a, BigFraction.of(-1));
  }

  @Override
  public LaurentPolynomial scale(LaurentPolynomial a, BigFraction factor) {
    return a.scaled(factor);
  }

  @Override
  public LaurentPolynomial multiply(LaurentPolynomial a, LaurentPolynomial b) {
    return reduced(a.times(b));
  }

  /** Applies the relations until none applies. */
  private LaurentPolynomial reduced(LaurentPolynomial a) {
    LaurentPolynomial rest = a;
    LaurentPolynomial done = LaurentPolynomial.ZERO;
    while (!rest.isZero()) {
      Map<Boolean, LaurentPolynomial> parts = rest.split(m -> reducible(m) < 0);
      if (done.isZero() && parts.get(false).isZero()) {
        return rest;
      }
      done = done.plus(parts.get(true));
      rest = parts.get(false).expanded(m -> reduction(m, reducible(m)));
    }
    return done;
  }

  /** The factor g^-n power, or its inverse, which is 1. */
  private LaurentPolynomial reduction(Monomial monomial, int g) {
    Generator generator = generators.get(g);
    if (monomial.exponent(g) < 0 && generator.growth >= 0) {
      // v^-2 = 1 + s^2 or v^2 = 1 - v^2 s^2, one of which shortens a power of v beside one of 1/s
      int v = generator.growth;
      return monomial.exponent(v) < 0
          ? power(v, 2).times(of(1).plus(power(g, 2)))
          : power(v, -2).plus(negate(power(g, 2)));
    }
    return monomial.exponent(g) > 0
        ? power(g, -generator.degree).times(generator.power)
        : power(g, generator.degree).scaled(generator.power.rational().reciprocal());
  }

  private static boolean reducesBelow(Monomial monomial, Generator generator) {
    return generator.growth >= 0
        ? Math.abs(monomial.exponent(generator.growth)) >= 2
        : generator.power.isRational();
  }

  private int reducible(Monomial monomial) {
    for (int g = 0; g < monomial.width(); g++) {
      Generator generator = generators.get(g);
      if (generator.degree > 0
          && (monomial.exponent(g) >= generator.degree
              || monomial.exponent(g) < 0 && reducesBelow(monomial, generator))) {
        return g;
      }
    }
    return -1;
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
      Map.Entry<Monomial, BigFraction> term = b.terms().entrySet().iterator().next();
      return reduced(LaurentPolynomial.of(term.getValue().reciprocal(), term.getKey().inverse()));
    }
    int g = generator(Symja.power(toExpression(b), F.CN1), false, 0, null);
    return power(g, 1);
  }

  @Override
  public LaurentPolynomial sqrt(LaurentPolynomial a) {
    if (a.isZero()) {
      return a;
    }
    if (a.isMonomial()) {
      Map.Entry<Monomial, BigFraction> term = a.terms().entrySet().iterator().next();
      Monomial root = term.getKey().root();
      if (root != null && term.getValue().signum() > 0 && isPositive(root)) {
        return multiply(sqrt(term.getValue()), LaurentPolynomial.of(BigFraction.ONE, root));
      }
    }
    IExpr meaning = Symja.evaluate(F.Sqrt(toExpression(a)));
    return power(generator(definitions.name("s", meaning), true, 2, a), 1);
  }

  private boolean isPositive(Monomial monomial) {
    for (int g = 0; g < monomial.width(); g++) {
      if (monomial.exponent(g) != 0 && !generators.get(g).positive) {
        return false;
      }
    }
    return true;
  }

  /** a sqrt(n), n an integer without small square factors. */
  private LaurentPolynomial sqrt(BigFraction q) {
    BigInteger denominator = q.getDenominator().abs();
    BigInteger n = q.getNumerator().abs().multiply(denominator);
    BigInteger outside = BigInteger.ONE;
    BigInteger whole = n.sqrt();
    if (whole.multiply(whole).equals(n)) {
      return of(BigFraction.of(whole, denominator));
    }
    for (long prime = 2; prime < SMALL_PRIMES; prime++) {
      BigInteger square = BigInteger.valueOf(prime * prime);
      while (n.mod(square).signum() == 0) {
        n = n.divide(square);
        outside = outside.multiply(BigInteger.valueOf(prime));
      }
    }
    int g = generator(F.Sqrt(F.ZZ(n)), true, 2, of(BigFraction.of(n)));
    return scale(power(g, 1), BigFraction.of(outside, denominator));
  }

  /** The arc cosine: a rational multiple of pi where Symja knows it, else a named constant. */
  LaurentPolynomial arcCosine(LaurentPolynomial a) {
    IExpr value = Symja.evaluate(F.ArcCos(toExpression(a)));
    IExpr multiple = Symja.product(value, F.Power(S.Pi, F.CN1));
    if (multiple instanceof IRational q) {
      return scale(pi(), Symja.fraction(q));
    }
    return power(generator(definitions.name("t", value), true, 0, null), 1);
  }

  @Override
  public LaurentPolynomial asin(LaurentPolynomial a) {
    return a.isZero() ? a : subtract(scale(pi(), BigFraction.of(1, 2)), arcCosine(a));
  }

  @Override
  public LaurentPolynomial exp(LaurentPolynomial a) {
    if (a.isZero()) {
      return of(1);
    }
    return power(generator(Symja.evaluate(F.Exp(toExpression(a))), true, 0, null), 1);
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
  public LaurentPolynomial power(LaurentPolynomial base, BigFraction exponent) {
    int degree = exponent.getDenominator().abs().intValueExact();
    if (degree <= 2) {
      return Arithmetic.super.power(base, exponent);
    }
    if (!base.isRational()) {
      throw new UnsupportedExpressionException(
          "a root of degree " + degree + " among the constants");
    }
    IExpr root = Symja.power(Symja.of(base.rational()), Symja.of(1, degree));
    LaurentPolynomial g = power(generator(root, true, degree, base), 1);
    long sign = exponent.getDenominator().signum();
    return power(g, sign * exponent.getNumerator().longValueExact());
  }

  @Override
  public LaurentPolynomial arcCosineDefect(
      LaurentPolynomial theta, LaurentPolynomial sinHalf, LaurentPolynomial cosHalf) {
    if (theta.isZero()) {
      return theta;
    }
    throw new UnsupportedExpressionException("an arc-cosine defect among the constants");
  }

  /** The number as an expression in the generators. */
  IExpr toExpression(LaurentPolynomial a) {
    return new ConstantWriter(this).toExpression(a);
  }

  /** The number as an expression for a reader. */
  IExpr written(LaurentPolynomial a) {
    return new ConstantWriter(this).written(a);
  }

  /** What a generator stands for. */
  IExpr meaning(int generator) {
    return generators.get(generator).meaning;
  }

  /** The generator of a parameter. */
  int parameter(String name) {
    return indices.get(Symja.symbol(name));
  }

  /** The generators v by the names of their parameters. */
  Map<String, Integer> growths() {
    return Map.copyOf(inverseGrowth);
  }

  /** The generator sigma, which no calculation uses. */
  int sigma() {
    return generator(definitions.nameSigma(), true, 0, null);
  }

  /** Gives the name v to v. */
  IExpr nameGrowth(String parameter) {
    return definitions.isDefined("v")
        ? Symja.symbol("v")
        : definitions.define("v", meaning(inverseGrowth.get(parameter)));
  }
}
