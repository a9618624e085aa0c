package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The generators of a {@link ConstantRing} and the relations between them, which rewrite every
 * polynomial to a form without the powers that a relation removes. Not for use by several threads.
 */
final class Generators {
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

  /** A generator without relation, a new one or the one that has this meaning already. */
  int free(IExpr meaning, boolean positive) {
    return index(new Generator(meaning, positive, 0, null, -1));
  }

  /** The positive root of degree n of a number. */
  int root(IExpr meaning, int degree, LaurentPolynomial power) {
    return index(new Generator(meaning, true, degree, power, -1));
  }

  /** A parameter s beside v = (1 + s^2)^(-1/2). */
  int parameter(IExpr symbol, int v) {
    LaurentPolynomial square =
        LaurentPolynomial.power(v, -2).plus(LaurentPolynomial.of(Rational.of(-1)));
    return index(new Generator(symbol, true, 2, square, v));
  }

  private int index(Generator generator) {
    Integer known = indices.putIfAbsent(generator.meaning, generators.size());
    if (known != null) {
      return known;
    }
    generators.add(generator);
    return generators.size() - 1;
  }

  boolean contains(IExpr meaning) {
    return indices.containsKey(meaning);
  }

  int index(IExpr meaning) {
    return indices.get(meaning);
  }

  IExpr meaning(int generator) {
    return generators.get(generator).meaning;
  }

  /** Whether the generators of a monomial are positive. */
  boolean arePositive(Monomial monomial) {
    for (int g = 0; g < monomial.width(); g++) {
      if (monomial.exponent(g) != 0 && !generators.get(g).positive) {
        return false;
      }
    }
    return true;
  }

  /** Applies the relations until none applies. */
  LaurentPolynomial reduced(LaurentPolynomial a) {
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

  /** A generator to whose power in the monomial a relation applies, or -1. */
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

  private static boolean reducesBelow(Monomial monomial, Generator generator) {
    return generator.growth >= 0
        ? Math.abs(monomial.exponent(generator.growth)) >= 2
        : generator.power.isRational();
  }

  /** The factor g^-n power, or its inverse, which is 1. */
  private LaurentPolynomial reduction(Monomial monomial, int g) {
    Generator generator = generators.get(g);
    if (monomial.exponent(g) < 0 && generator.growth >= 0) {
      // v^-2 = 1 + s^2 or v^2 = 1 - v^2 s^2, one of which shortens a power of v beside one of 1/s
      int v = generator.growth;
      return monomial.exponent(v) < 0
          ? LaurentPolynomial.power(v, 2)
              .plus(LaurentPolynomial.power(v, 2).times(LaurentPolynomial.power(g, 2)))
          : LaurentPolynomial.power(v, -2).plus(LaurentPolynomial.power(g, 2).negated());
    }
    return monomial.exponent(g) > 0
        ? LaurentPolynomial.power(g, -generator.degree).times(generator.power)
        : LaurentPolynomial.power(g, generator.degree)
            .scaled(generator.power.rational().reciprocal());
  }
}
