package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.Longest;
import java.util.function.LongUnaryOperator;

/**
 * The series sum (+-1)^j c_j q^j whose quotients c_j / c_{j-1} of neighbouring coefficients are
 * rational and at most 1; c_0 = 1.
 */
public enum HypergeometricSeries {
  /** sum z^j / j!. */
  EXPONENTIAL(false, j -> 1, j -> j),
  /** sum (-1)^j q^j / (2j)!. */
  COSINE(true, j -> 1, j -> (2 * j - 1) * (2 * j)),
  /** sum (-1)^j q^j / (2j+1)!. */
  SINE(true, j -> 1, j -> (2 * j) * (2 * j + 1)),
  /** sum (-1)^j 2 q^j / (2j+2)!, which is (1 - cos z) / (z^2/2) for q = z^2. */
  VERSINE(true, j -> 1, j -> (2 * j + 1) * (2 * j + 2)),
  /** sum (-1)^j q^j / (2j+1). */
  ARC_TANGENT(true, j -> 2 * j - 1, j -> 2 * j + 1),
  /** sum q^j / (2j+1). */
  AREA_TANGENT(false, j -> 2 * j - 1, j -> 2 * j + 1),
  /** sum 3 C(2j,j) q^j / (16^j (2j+1) (2j+3)). */
  ARC_COSINE_DEFECT(false, j -> (2 * j - 1) * (2 * j - 1), j -> 8 * j * (2 * j + 3));

  private final boolean alternating;
  private final LongUnaryOperator numerator;
  private final LongUnaryOperator denominator;
  private final Longest<HornerCoefficients> coefficients =
      new Longest<>(bits -> new HornerCoefficients(this, bits));
  private final Longest<TermGroups> groups = new Longest<>(count -> new TermGroups(this, count));

  HypergeometricSeries(
      boolean alternating, LongUnaryOperator numerator, LongUnaryOperator denominator) {
    this.alternating = alternating;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** Whether the signs alternate. */
  boolean isAlternating() {
    return alternating;
  }

  /** The coefficients in fixed point, of at least so many bits; kept. */
  HornerCoefficients coefficients(int bits) {
    return coefficients.ofAtLeast(bits);
  }

  /** At least so many terms in groups; kept. */
  TermGroups groups(int count) {
    return groups.ofAtLeast(count);
  }

  /** a_j in c_j/c_{j-1} = a_j/b_j. */
  long numerator(long j) {
    return numerator.applyAsLong(j);
  }

  /** b_j there. */
  long denominator(long j) {
    return denominator.applyAsLong(j);
  }
}
