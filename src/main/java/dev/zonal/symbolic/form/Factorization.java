package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.IdentityException;
import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
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
 * <p>Every product is compared with its polynomial at random points modulo a prime.
 *
 * @param divisors factors of denominators, which may cancel
 */
record Factorization(List<IExpr> divisors) {
  private static final int POINTS = 2;
  private static final BigInteger PRIME = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);

  /** Variables and leaves of a polynomial that is left to Symja. */
  private static final int FEW_VARIABLES = 2;

  private static final long SHORT = 120;

  private static final Memo<IExpr, IExpr> KNOWN = new Memo<>(2000);

  /**
   * The factors of a polynomial.
   *
   * @throws IdentityException if their product is another polynomial
   */
  Factors of(Polynomial polynomial) {
    if (polynomial.isZero()) {
      return Factors.ZERO;
    }
    Factors factors = factors(polynomial);
    requireEqual(polynomial, factors);
    return factors;
  }

  private Factors factors(Polynomial polynomial) {
    Factors content = polynomial.content();
    return polynomial.isMonomial()
        ? content
        : content.times(primitive(polynomial.dividedBy(content)));
  }

  private Factors primitive(Polynomial sum) {
    List<IExpr> variables = sum.occurring();
    for (IExpr x : variables) {
      if (sum.degree(x) == 1) {
        return linear(sum, x);
      }
    }
    if (variables.size() <= FEW_VARIABLES) {
      IExpr expression = sum.expression();
      if (expression.leafCount() <= SHORT) {
        return read(KNOWN.get(expression, Factorization::bySymja));
      }
    }
    return divided(sum);
  }

  private static IExpr bySymja(IExpr polynomial) {
    return Symja.evaluate(F.Factor(polynomial));
  }

  /** a x + b. */
  private Factors linear(Polynomial sum, IExpr x) {
    Polynomial a = sum.coefficient(x, 1);
    Polynomial b = sum.coefficient(x, 0);
    if (a.isMonomial() || b.isMonomial()) {
      return oriented(sum);
    }
    IExpr gcd = Symja.evaluate(F.Expand(F.PolynomialGCD(a.expression(), b.expression())));
    if (!gcd.isPlus()) {
      return oriented(sum);
    }
    Polynomial divisor = Polynomial.of(sum.variables(), gcd);
    return factors(divisor).times(oriented(quotient(sum, gcd)));
  }

  private static Polynomial quotient(Polynomial a, IExpr b) {
    return a.dividedBy(b).orElseThrow(() -> new IdentityException(b + " does not divide " + a));
  }

  private Factors divided(Polynomial sum) {
    for (IExpr divisor : divisors) {
      Optional<Polynomial> rest = sum.dividedBy(divisor);
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
    return factor.isPlus()
        ? oriented(Polynomial.sum(List.of(Factors.of(factor))))
        : Factors.of(factor);
  }

  private static Factors oriented(Polynomial factor) {
    IExpr expression = factor.expression();
    return expression.isPlus() && expression.first().isNegativeSigned()
        ? Factors.of(factor.negated().expression()).times(Rational.of(-1))
        : Factors.of(expression);
  }

  private static void requireEqual(Polynomial a, Factors b) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < POINTS; i++) {
      Map<IExpr, BigInteger> point = new HashMap<>();
      a.variables().forEach(x -> point.put(x, BigInteger.valueOf(random.nextLong()).mod(PRIME)));
      if (!a.at(point::get, PRIME).equals(b.at(point::get, PRIME))) {
        throw new IdentityException("the factors of " + a.expression() + " are not " + b);
      }
    }
  }
}
