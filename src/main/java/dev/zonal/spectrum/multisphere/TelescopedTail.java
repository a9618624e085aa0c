package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * The tail of a series of positive terms t_s with
 *
 * <pre>
 *   t_{s+1}/t_s = product of (s + a_i)/(s + b_i),   as many a_i as b_i, all b_i &gt;= 0,
 * </pre>
 *
 * <p>whose sum from s = N on is c(N) t_N/(1 + e), |e| at most a bound that is found
 * (docs/theory.md, Lemma 21.10): c(s) = s (c_0 + c_1/s + ... + c_p/s^p) is chosen so that c(s) t_s
 * - c(s+1) t_{s+1} is nearly t_s.
 *
 * @param above the a_i
 * @param below the b_i
 * @param choice c_0 + c_1 x + ..., x = 1/s
 * @param defect x times a polynomial that bounds e: the product of e, x and factors at least 1
 */
record TelescopedTail(
    List<Rational> above,
    List<Rational> below,
    RationalPolynomial choice,
    RationalPolynomial defect) {
  private static final RationalPolynomial ONE_PLUS_X =
      RationalPolynomial.of(Rational.ONE, Rational.ONE);

  /**
   * A choice.
   *
   * @param order p, at least 1
   * @throws IllegalArgumentException if the terms do not fall like s^-g, g above 1
   */
  static TelescopedTail of(List<Rational> above, List<Rational> below, int order) {
    if (above.size() != below.size() || below.stream().anyMatch(b -> b.signum() < 0)) {
      throw new IllegalArgumentException("not such a quotient of terms");
    }
    Rational fall = sum(below).subtract(sum(above));
    if (fall.compareTo(Rational.ONE) <= 0) {
      throw new IllegalArgumentException("the terms fall like s^-" + fall);
    }
    RationalPolynomial upper = product(above);
    RationalPolynomial lower = product(below);
    RationalPolynomial choice = choice(upper, lower, fall, order);
    return new TelescopedTail(above, below, choice, defect(upper, lower, choice, order));
  }

  /** t_{s+1}/t_s. */
  Rational quotient(long s) {
    Rational quotient = Rational.ONE;
    for (int i = 0; i < above.size(); i++) {
      quotient = quotient.multiply(above.get(i).add(s)).divide(below.get(i).add(s));
    }
    return quotient;
  }

  /** c(s). */
  Rational factor(long s) {
    return choice.value(Rational.of(1, s)).multiply(s);
  }

  /** A bound of |e|. */
  Rational error(long from) {
    Rational bound = Rational.ZERO;
    Rational x = Rational.of(1, from);
    for (int n = defect.size() - 1; n >= 1; n--) {
      bound = bound.multiply(x).add(defect.at(n).abs());
    }
    return bound;
  }

  private static Rational sum(List<Rational> numbers) {
    return numbers.stream().reduce(Rational.ZERO, Rational::add);
  }

  /** The product of 1 + a_i x. */
  private static RationalPolynomial product(List<Rational> numbers) {
    return numbers.stream()
        .map(a -> RationalPolynomial.of(Rational.ONE, a))
        .reduce(RationalPolynomial.ONE, RationalPolynomial::multiply);
  }

  /**
   * The coefficients one after the other: s^(1-i) - (s+1)^(1-i) t_{s+1}/t_s begins with (g + i - 1)
   * s^-i.
   */
  private static RationalPolynomial choice(
      RationalPolynomial upper, RationalPolynomial lower, Rational fall, int order) {
    List<Rational> ratio = quotient(upper, lower, order + 2);
    List<Rational> missing = new ArrayList<>();
    for (int n = 0; n <= order; n++) {
      missing.add(n == 0 ? Rational.ONE : Rational.ZERO);
    }
    List<Rational> chosen = new ArrayList<>();
    for (int i = 0; i <= order; i++) {
      // missing_n is the coefficient of s^-n; this one removes that of s^-i.
      Rational c = missing.get(i).divide(fall.add(i - 1L));
      chosen.add(c);
      List<Rational> binomials = binomials(1 - i, order - i + 2);
      for (int n = i; n <= order; n++) {
        // s^(1-i) sum_m (r_m less 1 for m = 0) s^-m at s^-n: m = n + 1 - i.
        Rational made = Rational.ZERO;
        for (int m = 0; m <= n + 1 - i; m++) {
          made = made.subtract(ratio.get(m).multiply(binomials.get(n + 1 - i - m)));
        }
        missing.set(n, missing.get(n).subtract(c.multiply(made)));
      }
    }
    return new RationalPolynomial(chosen);
  }

  /** The first coefficients of (1 + x)^power. */
  private static List<Rational> binomials(int power, int count) {
    List<Rational> binomials = new ArrayList<>(List.of(Rational.ONE));
    for (int m = 1; m < count; m++) {
      binomials.add(binomials.get(m - 1).multiply(Rational.of(power - m + 1L, m)));
    }
    return binomials;
  }

  /** The first coefficients of a quotient of power series, that below the line beginning with 1. */
  private static List<Rational> quotient(
      RationalPolynomial upper, RationalPolynomial lower, int count) {
    List<Rational> quotient = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      Rational value = upper.at(n);
      for (int i = 1; i <= Math.min(n, lower.size() - 1); i++) {
        value = value.subtract(lower.at(i).multiply(quotient.get(n - i)));
      }
      quotient.add(value);
    }
    return quotient;
  }

  /** x (1 + x)^(p-1) prod(1 + b_i x) e; its constant term is 0 whatever the choice. */
  private static RationalPolynomial defect(
      RationalPolynomial upper, RationalPolynomial lower, RationalPolynomial choice, int order) {
    RationalPolynomial x = RationalPolynomial.of(Rational.ZERO, Rational.ONE);
    RationalPolynomial power = ONE_PLUS_X.power(order - 1);
    RationalPolynomial next = RationalPolynomial.ZERO;
    List<RationalPolynomial> powers = new ArrayList<>(List.of(RationalPolynomial.ONE));
    for (int i = 1; i <= order; i++) {
      powers.add(powers.get(i - 1).multiply(ONE_PLUS_X));
    }
    RationalPolynomial rising = RationalPolynomial.ONE;
    for (int i = 0; i <= order; i++) {
      next = next.add(rising.multiply(powers.get(order - i)).scale(choice.at(i)));
      rising = rising.multiply(x);
    }
    return power.multiply(lower).multiply(choice.subtract(x)).subtract(upper.multiply(next));
  }
}
