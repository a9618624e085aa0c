package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The part Gamma(x)^n Prod_j (x + j)^m_j of a product, which can be written in many ways.
 *
 * @param x the argument
 * @param exponent n
 * @param linear the exponents m_j by j
 * @param rest what is left of the rational function
 */
record GammaShifts(
    ShiftedArgument x, int exponent, SortedMap<Integer, Integer> linear, Factors rest) {

  static GammaShifts of(IExpr gamma, int exponent, Factors factors) {
    ShiftedArgument x = ShiftedArgument.of(gamma.first());
    SortedMap<Integer, Integer> linear = new TreeMap<>();
    Map<IExpr, Integer> taken = new LinkedHashMap<>();
    Rational content = Rational.ONE;
    for (Map.Entry<IExpr, Integer> factor : factors.exponents().entrySet()) {
      ShiftedArgument other = ShiftedArgument.of(factor.getKey());
      Optional<Rational> ratio = other.ratio(x);
      if (ratio.isPresent()) {
        Rational j = other.constant().divide(ratio.get()).subtract(x.constant());
        if (j.isInteger()) {
          linear.put(j.intValue(), factor.getValue());
          taken.put(factor.getKey(), 0);
          content = content.multiply(ratio.get().pow(factor.getValue()));
        }
      }
    }
    return new GammaShifts(x, exponent, linear, factors.with(taken).times(content));
  }

  /** The factors in the shortest of the ways in question. */
  List<IExpr> shortest() {
    List<IExpr> best = quotient();
    long least = Long.MAX_VALUE;
    SortedSet<Integer> shifts = new TreeSet<>(List.of(0));
    linear.keySet().forEach(j -> shifts.addAll(List.of(j, j + 1)));
    List<List<IExpr>> ways = new ArrayList<>();
    for (int shift : shifts) {
      if (isRegular(shift)) {
        ways.add(at(shift));
      }
    }
    ways.add(best);
    for (List<IExpr> way : ways) {
      long length = Symja.product(way.toArray(IExpr[]::new)).leafCount();
      if (length < least) {
        least = length;
        best = way;
      }
    }
    return best;
  }

  /**
   * Whether no dimension from 2 on is a pole of Gamma(x + shift), and no frequency, the first of
   * which is one if any is. An argument with k/2 belongs to frequencies of one parity, which it
   * does not tell.
   */
  private boolean isRegular(int shift) {
    ShiftedArgument argument = new ShiftedArgument(x.variable(), x.constant().add(shift));
    for (int d = 2; d <= 3; d++) {
      Optional<Rational> value = argument.at(Map.of("d", d, "k", 0));
      if (value.filter(v -> v.isInteger() && v.signum() <= 0).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Gamma(x + shift)^n and linear factors. */
  private List<IExpr> at(int shift) {
    SortedMap<Integer, Integer> factors = new TreeMap<>(linear);
    for (int j = 0; j < shift; j++) {
      factors.merge(j, -exponent, Integer::sum);
    }
    for (int j = shift; j < 0; j++) {
      factors.merge(j, exponent, Integer::sum);
    }
    List<IExpr> parts = new ArrayList<>();
    parts.add(gamma(shift, exponent));
    factors.forEach((j, m) -> parts.addAll(power(j, m)));
    return parts;
  }

  /** By (x + j) = Gamma(x + j + 1)/Gamma(x + j) Gammas alone. */
  private List<IExpr> quotient() {
    SortedMap<Integer, Integer> exponents = new TreeMap<>(Map.of(0, exponent));
    linear.forEach(
        (j, m) -> {
          exponents.merge(j + 1, m, Integer::sum);
          exponents.merge(j, -m, Integer::sum);
        });
    List<IExpr> parts = new ArrayList<>();
    exponents.forEach((shift, n) -> parts.add(gamma(shift, n)));
    return parts;
  }

  private IExpr gamma(int shift, int n) {
    IExpr argument = new ShiftedArgument(x.variable(), x.constant().add(shift)).written();
    return Symja.power(Symja.evaluate(F.Gamma(argument)), F.ZZ(n));
  }

  /** (x + j)^m as a number times the power of a polynomial with integer coefficients. */
  private List<IExpr> power(int j, int m) {
    if (m == 0) {
      return List.of();
    }
    ShiftedArgument factor = new ShiftedArgument(x.variable(), x.constant().add(j));
    BigInteger denominator = factor.denominator();
    IExpr whole = factor.times(denominator);
    return List.of(Symja.power(whole, F.ZZ(m)), Symja.of(Rational.of(denominator).pow(-m)));
  }
}
