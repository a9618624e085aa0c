package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.List;

/**
 * The generalised hypergeometric series pFq(a; b; x) = Sum_n (a_1)_n ... / ((b_1)_n ... n!) x^n for
 * p &lt;= q, which converges for every x.
 *
 * <p>Truncation: for n at least 2 max(|a_i|, |b_j|) + 2 each factor (a_i + n)/(b_j + n) is at most
 * 3 and 1/(b_j + n) at most 2/n, so the ratio of consecutive terms is at most 3^p 2^(q - p) |x|/(n
 * + 1), which decreases in n; once that is at most 1/2, what is left out is at most the last term
 * added.
 */
final class HypergeometricSeries {
  private static final int LARGEST = 1_000_000;

  private HypergeometricSeries() {}

  static Ball sum(BallArithmetic over, List<Rational> above, List<Rational> below, Ball x) {
    if (above.size() > below.size()) {
      throw new UnsupportedExpressionException("a hypergeometric series with p > q");
    }
    long safe = 2 + 2 * Math.max(largest(above), largest(below));
    double growth =
        Math.pow(3, above.size())
            * Math.pow(2, below.size() - above.size())
            * Math.scalb(1.0, (int) Math.min(1000, x.binaryOrder()));
    Ball sum = over.of(1);
    Ball term = over.of(1);
    for (int n = 0; n < LARGEST; n++) {
      term = over.multiply(over.scale(term, ratio(above, below, n)), x);
      sum = over.add(sum, term);
      // The term is number n + 1; its successors shrink by half at least from there on.
      boolean halves = n >= safe && n + 2 >= 2 * growth;
      if (halves && term.binaryOrder() < -over.bits() + Math.min(0, sum.binaryOrder())) {
        return sum.inflate(term);
      }
      if (term.isExact() && term.containsZero()) {
        return sum;
      }
    }
    throw new DomainException("a hypergeometric series at " + x + " needs too many terms");
  }

  private static Rational ratio(List<Rational> above, List<Rational> below, int n) {
    Rational ratio = Rational.of(1, n + 1);
    for (Rational a : above) {
      ratio = ratio.multiply(a.add(n));
    }
    for (Rational b : below) {
      if (b.add(n).signum() == 0) {
        throw new DomainException("a lower parameter of a hypergeometric series is " + b);
      }
      ratio = ratio.divide(b.add(n));
    }
    return ratio;
  }

  private static long largest(List<Rational> values) {
    return values.stream()
        .mapToLong(v -> (long) Math.ceil(Math.abs(v.doubleValue())))
        .max()
        .orElse(0);
  }
}
