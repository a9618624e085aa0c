package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Factors of polynomials with rational coefficients. Symja's algorithm takes long for many
 * variables; but of a polynomial that is linear in one of them, a x + b, the greatest common
 * divisor of a and b is all there is to find. A polynomial that is linear in none, of many
 * variables, is left as it is but for the divisors in question.
 *
 * <p>Every product is compared with its polynomial at random rational points, exactly.
 *
 * @param divisors factors of denominators, which may cancel
 */
record Factorization(List<IExpr> divisors) {
  private static final int POINTS = 2;
  private static final int RANGE = 1_000_000;

  /** Variables and leaves of a polynomial that is left to Symja. */
  private static final int FEW_VARIABLES = 2;

  private static final long SHORT = 120;

  /**
   * The factors of an expanded polynomial.
   *
   * @throws IdentityException if their product is another polynomial
   */
  Factors of(IExpr polynomial) {
    if (polynomial.isZero()) {
      return Factors.ZERO;
    }
    Factors factors = factors(polynomial);
    requireEqual(polynomial, factors.expression());
    return factors;
  }

  private Factors factors(IExpr polynomial) {
    if (!polynomial.isPlus()) {
      return Factors.ofMonomial(polynomial);
    }
    Factors common = commonFactor((IAST) polynomial);
    if (common.equals(Factors.of(Rational.ONE))) {
      return primitive(polynomial);
    }
    return common.times(primitive(quotient(polynomial, common.expression())));
  }

  /** The monomial that divides all terms and leaves coprime integers. */
  private static Factors commonFactor(IAST sum) {
    List<Factors> terms = sum.stream().map(Factors::ofMonomial).toList();
    Rational content =
        terms.stream().map(Factors::content).reduce(Factorization::gcd).orElseThrow();
    Map<IExpr, Integer> exponents = new LinkedHashMap<>(terms.get(0).exponents());
    for (Factors term : terms) {
      exponents.replaceAll((symbol, n) -> Math.min(n, term.exponent(symbol)));
    }
    return new Factors(content, exponents);
  }

  private static Rational gcd(Rational a, Rational b) {
    Rational scale = Rational.of(a.denominator().multiply(b.denominator()));
    return Rational.of(a.multiply(scale).numerator().gcd(b.multiply(scale).numerator()))
        .divide(scale);
  }

  /** The quotient of polynomials of which one divides the other. */
  private static IExpr quotient(IExpr a, IExpr b) {
    return Polynomial.quotient(a, b)
        .orElseThrow(() -> new IdentityException(b + " does not divide " + a));
  }

  private Factors primitive(IExpr sum) {
    Optional<IExpr> variable = linearVariable(sum);
    if (variable.isPresent()) {
      return linear(sum, variable.get());
    }
    boolean isShort = sum.leafCount() <= SHORT && Symja.names(sum).size() <= FEW_VARIABLES;
    return isShort ? read(Symja.factored(sum)) : divided(sum);
  }

  /** A variable that occurs in no higher power than the first. */
  private static Optional<IExpr> linearVariable(IExpr sum) {
    return Polynomial.degrees(sum).entrySet().stream()
        .filter(degree -> degree.getValue() == 1)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** a x + b. */
  private Factors linear(IExpr sum, IExpr x) {
    IExpr b = Symja.evaluate(F.Expand(Symja.replace(sum, x, F.C0)));
    IExpr difference = Symja.evaluate(F.Expand(F.Subtract(sum, b)));
    IExpr a = quotient(difference, x);
    IExpr divisor = a.isPlus() ? Symja.evaluate(F.Expand(F.PolynomialGCD(a, b))) : F.C1;
    if (!divisor.isPlus()) {
      return oriented(sum);
    }
    return factors(divisor).times(oriented(quotient(sum, divisor)));
  }

  private Factors divided(IExpr sum) {
    for (IExpr divisor : divisors) {
      Optional<IExpr> rest = Polynomial.quotient(sum, divisor);
      if (rest.isPresent()) {
        return Factors.of(divisor).times(factors(rest.get()));
      }
    }
    return oriented(sum);
  }

  /** The factors as Symja writes them. */
  private static Factors read(IExpr factored) {
    Rational content = Rational.ONE;
    Map<IExpr, Integer> exponents = new LinkedHashMap<>();
    for (IExpr factor : factored.isTimes() ? (IAST) factored : F.List(factored)) {
      boolean isPower = factor.isPower() && factor.exponent().isInteger();
      IExpr base = isPower ? factor.base() : factor;
      int exponent = isPower ? factor.exponent().toIntDefault() : 1;
      if (base instanceof IRational q) {
        content = content.multiply(Symja.fraction(q).pow(exponent));
        continue;
      }
      Factors oriented = oriented(base);
      content = content.multiply(oriented.content().pow(exponent));
      exponents.merge(oriented.exponents().keySet().iterator().next(), exponent, Integer::sum);
    }
    return new Factors(content, exponents);
  }

  /** Of a factor and its opposite one is enough: that whose first term has no minus sign. */
  private static Factors oriented(IExpr factor) {
    return factor.isPlus() && factor.first().isNegativeSigned()
        ? Factors.of(Symja.evaluate(F.Expand(F.Times(F.CN1, factor)))).times(Rational.of(-1))
        : Factors.of(factor);
  }

  private static void requireEqual(IExpr a, IExpr b) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < POINTS; i++) {
      Map<String, Rational> point = new HashMap<>();
      Symja.names(a).forEach(name -> point.put(name, random(random)));
      ExactEvaluator at = new ExactEvaluator(point);
      Optional<Rational> value = at.value(a);
      if (value.isEmpty() || !value.equals(at.value(b))) {
        throw new IdentityException("the factors of " + a + " are not " + b);
      }
    }
  }

  private static Rational random(SplittableRandom random) {
    return Rational.of(random.nextInt(-RANGE, RANGE), random.nextInt(1, RANGE));
  }
}
