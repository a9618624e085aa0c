package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.UniformExpansion.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * The formulas of docs/theory.md, section 12, for an expansion whose numbers are exact, evaluated
 * apart: by Apfloat, without balls, from the statements and not from the code.
 */
public final class TailFormulas {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);
  private static final int DIGITS = 30;
  private static final Map<String, Apfloat> GAMMAS = new HashMap<>();

  private final UniformExpansion expansion;
  private final int d;

  public TailFormulas(UniformExpansion expansion) {
    this.expansion = expansion;
    this.d = expansion.dimension();
  }

  public static Rational fraction(String text) {
    return Rational.parse(text);
  }

  static Ball exact(String value) {
    return OVER.of(fraction(value));
  }

  /** An expansion with numbers that are dyadic, hence exact in balls. */
  public static UniformExpansion expansion(
      int d, Parity parity, long from, String rest, String order, String... terms) {
    List<Term> list = new ArrayList<>();
    for (int i = 0; i < terms.length; i += 2) {
      list.add(new Term(fraction(terms[i]), exact(terms[i + 1])));
    }
    return new UniformExpansion(d, parity, from, list, exact(rest), fraction(order));
  }

  /** Expansions with numbers that are dyadic, hence exact in balls. */
  public static Arbitrary<UniformExpansion> expansions() {
    Arbitrary<Integer> dimensions = Arbitraries.of(2, 3, 4, 5, 10);
    Arbitrary<String> leading = Arbitraries.of("1", "3", "5", "1/2", "3/2", "-1/2", "2/3");
    Arbitrary<List<Integer>> coefficients =
        Arbitraries.integers()
            .between(-64, 64)
            .filter(c -> c != 0)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4);
    Arbitrary<Integer> gaps = Arbitraries.of(1, 2, 4);
    Arbitrary<Integer> rests = Arbitraries.integers().between(0, 64);
    Arbitrary<String> orders = Arbitraries.of("1/2", "1", "3/2", "2", "4");
    Arbitrary<Long> starts = Arbitraries.longs().between(12, 90);
    return Combinators.combine(dimensions, leading, coefficients, gaps, rests, orders, starts)
        .as(
            (d, s, cs, gap, rest, order, from) -> {
              List<Term> terms = new ArrayList<>();
              Rational exponent = fraction(s);
              boolean isSlow = exponent.add(d - 2L).signum() < 0;
              for (int c : isSlow ? cs.subList(0, 1) : cs) {
                terms.add(new Term(exponent, OVER.of(Rational.of(c, 64))));
                exponent = exponent.add(Rational.of(gap, 2));
                while (exponent.divide(2).denominator().intValue() == 1) {
                  exponent = exponent.add(Rational.of(gap, 2)).add(Rational.of(1, 3));
                }
              }
              return new UniformExpansion(
                  d, Parity.of(from), from, terms, OVER.of(Rational.of(rest, 64)), fraction(order));
            });
  }

  public static Apfloat number(Rational x) {
    return new Apfloat(x.numerator(), DIGITS).divide(new Apfloat(x.denominator(), DIGITS));
  }

  public static Apfloat number(long x) {
    return new Apfloat(x, DIGITS);
  }

  public static Apfloat middle(Ball ball) {
    return number(ball.midpoint().lower());
  }

  private static Apfloat gamma(Rational x) {
    return GAMMAS.computeIfAbsent(x.toString(), key -> ApfloatMath.gamma(number(x)));
  }

  private Rational exponent(int i) {
    return expansion.terms().get(i).exponent();
  }

  public Apfloat coefficient(int i) {
    return middle(expansion.terms().get(i).coefficient());
  }

  public Apfloat rest() {
    return middle(expansion.rest());
  }

  /** K. */
  public Rational shifted(long k) {
    return Rational.of(2 * k + d - 2, 2L);
  }

  /** E. */
  public Rational decayExponent() {
    return exponent(0).add(d - 1L);
  }

  /** Lemma 9.3. */
  public Apfloat lambda(Rational s, long k) {
    Apfloat rising = number(1);
    for (long i = 0; i < k; i++) {
      rising = rising.multiply(number(s.divide(-2).add(Rational.of(i))));
    }
    return front(s).multiply(rising).divide(gamma(s.divide(2).add(k + d - 1L)));
  }

  /** Lemma 12.2. */
  public Apfloat kappa(Rational s) {
    return front(s).divide(gamma(s.divide(-2)));
  }

  private Apfloat front(Rational s) {
    return ApfloatMath.pow(number(2), number(s.add(d - 2L)))
        .multiply(gamma(Rational.of(d, 2)))
        .multiply(gamma(s.add(d - 1L).divide(2)))
        .divide(ApfloatMath.sqrt(ApfloatMath.pi(DIGITS)));
  }

  /** c_i Lambda_k(s_i)/(c_0 Lambda_k(s_0)). */
  public Apfloat relative(int i, long k) {
    return coefficient(i)
        .multiply(lambda(exponent(i), k))
        .divide(coefficient(0).multiply(lambda(exponent(0), k)));
  }

  /** The limit of K^(s_i - s_0) times that. */
  public Apfloat relativeLimit(int i) {
    return coefficient(i)
        .multiply(kappa(exponent(i)))
        .divide(coefficient(0).multiply(kappa(exponent(0))));
  }

  /** Sum |x_i| from i = first on, with Y. */
  public Apfloat distance(int first) {
    Apfloat sum = rest();
    for (int i = first; i < expansion.terms().size(); i++) {
      sum = sum.add(ApfloatMath.abs(relative(i, expansion.from())));
    }
    return sum;
  }

  /** D of Lemma 12.8. */
  public Apfloat excess() {
    Rational m = decayExponent();
    Apfloat k0 = number(shifted(expansion.from()));
    if (m.subtract(1).signum() < 0) {
      return number(m).divide(number(24).multiply(k0).multiply(k0));
    }
    long j = m.longValue();
    Apfloat w = number(m.subtract(j));
    return number(1).subtract(w).multiply(delta(j, k0)).add(w.multiply(delta(j + 1, k0)));
  }

  /** Lemma 12.2: Lambda_k(s) K^m/kappa - 1 for an integer m, as the product of all m factors. */
  private static Apfloat delta(long m, Apfloat k) {
    Apfloat product = number(1);
    for (long i = 0; i < m; i++) {
      product = product.multiply(number(1).add(number(Rational.of(2 * i - m + 1, 2L)).divide(k)));
    }
    return number(1).divide(product).subtract(number(1));
  }

  /** B of Corollary 12.11. */
  public Apfloat remainder() {
    return distance(1).multiply(number(1).add(excess())).add(excess());
  }

  /** q of Corollary 12.11. */
  public Rational order() {
    Rational q = Rational.of(2);
    q = expansion.order().subtract(q).signum() < 0 ? expansion.order() : q;
    if (expansion.terms().size() > 1) {
      Rational gap = exponent(1).subtract(exponent(0));
      q = gap.subtract(q).signum() < 0 ? gap : q;
    }
    return q;
  }

  public Apfloat constant() {
    return coefficient(0).multiply(kappa(exponent(0)));
  }

  /** (K0/k)^x for a positive base. */
  public static Apfloat power(Rational base, Rational exponent) {
    return ApfloatMath.pow(number(base), number(exponent));
  }
}
