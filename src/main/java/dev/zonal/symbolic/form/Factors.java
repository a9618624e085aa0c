package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * A rational function in factors.
 *
 * @param content the rational factor, 0 if the function vanishes
 * @param exponents of the other factors, which are symbols and sums with integer coefficients
 */
record Factors(Rational content, Map<IExpr, Integer> exponents) {
  static final Factors ZERO = of(Rational.ZERO);

  Factors {
    Map<IExpr, Integer> sorted = new LinkedHashMap<>(exponents);
    sorted.values().removeIf(n -> n == 0);
    exponents = sorted;
  }

  static Factors of(Rational number) {
    return new Factors(number, Map.of());
  }

  /** A factor that is not taken apart. */
  static Factors of(IExpr factor) {
    return new Factors(Rational.ONE, Map.of(factor, 1));
  }

  /** A number times powers of symbols. */
  static Factors ofMonomial(IExpr term) {
    Rational content = Rational.ONE;
    Map<IExpr, Integer> exponents = new LinkedHashMap<>();
    for (IExpr factor : term.isTimes() ? (IAST) term : F.List(term)) {
      if (factor instanceof IRational q) {
        content = Symja.fraction(q);
      } else if (factor.isPower() && factor.exponent().isInteger()) {
        exponents.merge(factor.base(), factor.exponent().toIntDefault(), Integer::sum);
      } else {
        exponents.merge(factor, 1, Integer::sum);
      }
    }
    return new Factors(content, exponents);
  }

  boolean isZero() {
    return content.isZero();
  }

  int exponent(IExpr factor) {
    return exponents.getOrDefault(factor, 0);
  }

  Factors times(Rational number) {
    return new Factors(content.multiply(number), exponents);
  }

  Factors times(Factors other) {
    Map<IExpr, Integer> product = new LinkedHashMap<>(exponents);
    other.exponents.forEach((factor, n) -> product.merge(factor, n, Integer::sum));
    return new Factors(content.multiply(other.content), product);
  }

  Factors power(int n) {
    Map<IExpr, Integer> power = new LinkedHashMap<>(exponents);
    power.replaceAll((factor, exponent) -> exponent * n);
    return new Factors(content.pow(n), power);
  }

  /** With other exponents of some factors. */
  Factors with(Map<IExpr, Integer> changed) {
    Map<IExpr, Integer> all = new LinkedHashMap<>(exponents);
    all.putAll(changed);
    return new Factors(content, all);
  }

  /** The sum: what the terms have in common, times the factors of a polynomial. */
  static Factors sum(List<Factors> terms) {
    List<Factors> summands = terms.stream().filter(term -> !term.isZero()).toList();
    if (summands.size() < 2) {
      return summands.isEmpty() ? ZERO : summands.get(0);
    }
    Set<IExpr> all = new LinkedHashSet<>();
    summands.forEach(term -> all.addAll(term.exponents.keySet()));
    Map<IExpr, Integer> least = new LinkedHashMap<>();
    for (IExpr factor : all) {
      least.put(factor, summands.stream().mapToInt(t -> t.exponent(factor)).min().orElseThrow());
    }
    Factors common = new Factors(Rational.ONE, least);
    Factors inverse = common.power(-1);
    Polynomial sum = Polynomial.sum(summands.stream().map(term -> term.times(inverse)).toList());
    List<IExpr> denominators =
        common.exponents.keySet().stream()
            .filter(factor -> factor.isPlus() && common.exponent(factor) < 0)
            .toList();
    return new Factorization(denominators).of(sum).times(common);
  }

  /** The product as an expression. */
  IExpr expression() {
    return Symja.evaluate(product());
  }

  /** The same before it is brought into order. */
  IExpr product() {
    List<IExpr> parts = new ArrayList<>();
    if (!content.equals(Rational.ONE) || exponents.isEmpty()) {
      parts.add(Symja.of(content));
    }
    exponents.forEach((factor, n) -> parts.add(n == 1 ? factor : F.Power(factor, F.ZZ(n))));
    return parts.size() == 1 ? parts.get(0) : F.Times(parts.toArray(IExpr[]::new));
  }

  /**
   * The residue of the value at integers modulo a prime, of a product of symbols and expanded sums
   * without denominators.
   */
  BigInteger at(Function<IExpr, BigInteger> point, BigInteger prime) {
    BigInteger value = residue(content, prime);
    for (Map.Entry<IExpr, Integer> factor : exponents.entrySet()) {
      BigInteger base = Polynomial.sum(List.of(of(factor.getKey()))).at(point, prime);
      value = value.multiply(base.modPow(BigInteger.valueOf(factor.getValue()), prime)).mod(prime);
    }
    return value;
  }

  static BigInteger residue(Rational q, BigInteger prime) {
    return q.numerator().multiply(q.denominator().modInverse(prime)).mod(prime);
  }
}
