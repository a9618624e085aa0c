package dev.zonal.theorem.dimension;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Structure;
import dev.zonal.theorem.dimension.Counterexample.Kind;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A negative coefficient b_m of a power series in u, which makes the eigenvalue at k = m negative
 * on every sphere of sufficiently large dimension (docs/theory.md, Theorem 17.4a, (b) and (c)).
 */
final class NegativeCoefficient {
  private NegativeCoefficient() {}

  /** The counterexample of least dimension that the theorem gives; empty if it gives none. */
  static Optional<Counterexample> of(Structure structure) {
    if (structure instanceof Structure.Polynomial polynomial) {
      List<Rational> coefficients = polynomial.coefficients();
      return IntStream.range(0, coefficients.size())
          .filter(m -> coefficients.get(m).signum() < 0)
          .mapToObj(m -> new Counterexample(Kind.NEGATIVE, m, dimension(coefficients, m)))
          .min(Comparator.comparing(Counterexample::dimension));
    }
    // (-s/2)_1 < 0.
    return structure instanceof Structure.ChordPower power && power.exponent().signum() > 0
        ? Optional.of(new Counterexample(Kind.NEGATIVE, 1, BigInteger.TWO))
        : Optional.empty();
  }

  /** The first d &gt; sum_j max(b_{m+2j}, 0) (m+2j)!/(m! j! 2^j) / |b_m|, at least 2. */
  private static BigInteger dimension(List<Rational> coefficients, int m) {
    Rational sum = Rational.ZERO;
    Rational factor = Rational.ONE;
    for (int j = 1; m + 2 * j < coefficients.size(); j++) {
      int n = m + 2 * j;
      factor = factor.multiply((n - 1L) * n).divide(2L * j);
      Rational b = coefficients.get(n);
      sum = b.signum() > 0 ? sum.add(b.multiply(factor)) : sum;
    }
    Rational bound = sum.divide(coefficients.get(m).negate());
    BigInteger above = bound.numerator().divide(bound.denominator()).add(BigInteger.ONE);
    return above.max(BigInteger.TWO);
  }
}
