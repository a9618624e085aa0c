package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves recursions y_{l+1} = m y_l + g(l) for sums of terms c l^p x^q, where x = b^l for a fixed
 * base b: term by term, with
 *
 * <pre>
 *   m = b^a,  g = c x^q,  q != a:      y = c (x^q - x^a)/(b^q - b^a)
 *   m = b^a,  g = c l^p x^a:           y = c x^a b^(-a) Sum_{j &lt; l} j^p
 * </pre>
 *
 * <p>The reciprocals of 1 - b^n are made from one of them, {@code 1/(1 - w)}, where w is b or b^2.
 *
 * @param x b^l
 * @param base b, whose powers are told from one another literally, or 1
 * @param decay w
 * @param decaySum 1/(1 - w), not used where w is 1
 */
public record LayerSums(
    ConstantRing ring,
    LaurentPolynomial l,
    LaurentPolynomial x,
    LaurentPolynomial base,
    LaurentPolynomial decay,
    LaurentPolynomial decaySum) {
  private static final int HIGHEST = 3;

  /** The sum at l + 1. */
  public LaurentPolynomial next(LaurentPolynomial sum) {
    LaurentPolynomial index = ring.add(l, ring.of(1));
    LaurentPolynomial power = ring.multiply(x, base);
    LaurentPolynomial result = LaurentPolynomial.ZERO;
    for (Term term : terms(sum)) {
      LaurentPolynomial factor = ring.multiply(power(index, term.p), term.coefficient);
      result = ring.add(result, ring.multiply(factor, power(power, term.q)));
    }
    return result;
  }

  private LaurentPolynomial power(LaurentPolynomial a, int exponent) {
    return ring.power(a, (long) exponent);
  }

  /** The term c l^p x^q. */
  private record Term(int p, int q, LaurentPolynomial coefficient) {}

  /** The terms in the order of p, then of q. */
  private List<Term> terms(LaurentPolynomial sum) {
    List<Term> terms = new ArrayList<>();
    sum.byPowers(l)
        .forEach((p, rest) -> rest.byPowers(x).forEach((q, c) -> terms.add(new Term(p, q, c))));
    return terms;
  }

  /**
   * The solution that begins with {@code first} at l = 0.
   *
   * @throws UnsupportedExpressionException if it is no such sum, or not found this way
   */
  public LaurentPolynomial solve(
      LaurentPolynomial multiplier, LaurentPolynomial forcing, LaurentPolynomial first) {
    int a = exponent(multiplier);
    LaurentPolynomial homogeneous = power(x, a);
    LaurentPolynomial sum = ring.multiply(first, homogeneous);
    for (Term term : terms(forcing)) {
      LaurentPolynomial solution;
      if (term.q == a) {
        LaurentPolynomial scale = power(base, -a);
        solution = ring.multiply(ring.multiply(homogeneous, scale), powerSum(term.p));
      } else if (term.p == 0) {
        LaurentPolynomial difference = ring.subtract(power(x, term.q), homogeneous);
        solution = ring.multiply(difference, inverseDifference(term.q, a));
      } else {
        throw new UnsupportedExpressionException("the state is no sum of powers of the depth");
      }
      sum = ring.add(sum, ring.multiply(term.coefficient, solution));
    }
    return sum;
  }

  private int exponent(LaurentPolynomial multiplier) {
    for (int a = 0; a <= HIGHEST; a++) {
      if (multiplier.equals(power(base, a))) {
        return a;
      }
    }
    throw new UnsupportedExpressionException("the state does not grow like a power of one base");
  }

  /** 1/(b^q - b^a). */
  private LaurentPolynomial inverseDifference(int q, int a) {
    int n = Math.abs(q - a);
    LaurentPolynomial inverse;
    if (n == 1 && base.equals(decay) || n == 2 && power(base, 2).equals(decay)) {
      inverse = decaySum;
    } else if (n == 1 && power(base, 2).equals(decay)) {
      inverse = ring.multiply(ring.add(ring.of(1), base), decaySum);
    } else {
      throw new UnsupportedExpressionException("a geometric sum without a closed form here");
    }
    LaurentPolynomial scaled = ring.multiply(inverse, power(base, -Math.min(q, a)));
    return q < a ? scaled : ring.negate(scaled);
  }

  /** 0^p + 1^p + ... + (l-1)^p by Lagrange's interpolation: a polynomial of degree p + 1. */
  private LaurentPolynomial powerSum(int p) {
    List<Rational> values = new ArrayList<>();
    Rational value = Rational.ZERO;
    for (int n = 0; n <= p + 1; n++) {
      values.add(value);
      value = value.add(Rational.of(n).pow(p));
    }
    LaurentPolynomial sum = LaurentPolynomial.ZERO;
    for (int n = 0; n < values.size(); n++) {
      LaurentPolynomial basis = ring.of(values.get(n));
      for (int m = 0; m < values.size(); m++) {
        if (m != n) {
          LaurentPolynomial factor = ring.subtract(l, ring.of(m));
          basis = ring.scale(ring.multiply(basis, factor), Rational.of(1, n - m));
        }
      }
      sum = ring.add(sum, basis);
    }
    return sum;
  }
}
