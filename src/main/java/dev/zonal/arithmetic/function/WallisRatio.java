package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import java.math.BigInteger;

/**
 * The square of Wallis's ratio Gamma(n + 1/2)/Gamma(n + 1) for large n, in O(bits) operations with
 * small integers whatever n is (docs/theory.md, Lemma 9.6): Gauss's sum at 1,
 *
 * <pre>
 *   (Gamma(n+1)/Gamma(n+1/2))^2 = n 2F1(1/2, 1/2; n+1; 1),
 * </pre>
 *
 * <p>whose terms are positive and fall like 1/C(n+j, j).
 */
public final class WallisRatio {
  private WallisRatio() {}

  /**
   * (Gamma(n + 1/2)/Gamma(n + 1))^2.
   *
   * @param n at least 2; the number of terms is O(bits) for n above the precision in bits, and
   *     grows beyond all measure for n far below it
   */
  public static Ball square(BallArithmetic over, long n) {
    return over.divide(over.of(1), over.multiply(over.of(n), gaussSum(over, n, -over.bits() - 4L)));
  }

  /** 2F1(1/2, 1/2; n+1; 1), with the terms from the first below 2^{@code negligible} bounded. */
  public static Ball gaussSum(BallArithmetic over, long n, long negligible) {
    BigInteger c = BigInteger.valueOf(n + 1);
    Ball sum = over.of(1);
    Ball term = over.of(1);
    for (int j = 0; ; j++) {
      Context.checkpoint();
      // The ratio of neighbouring terms is (j + 1/2)^2/((c + j)(j + 1)).
      BigInteger below = c.add(BigInteger.valueOf(j)).multiply(BigInteger.valueOf(4L * (j + 1)));
      term =
          over.divide(
              over.multiply(term, over.of((2L * j + 1) * (2L * j + 1))), exact(over, below));
      if (term.binaryOrder() < negligible) {
        // Lemma 9.6: the terms from this one on add up to at most term (c + j)/(c - 2).
        Ball rest =
            over.divide(
                over.multiply(term, exact(over, c.add(BigInteger.valueOf(j)))), over.of(n - 1));
        return sum.inflate(rest);
      }
      sum = over.add(sum, term);
    }
  }

  private static Ball exact(BallArithmetic over, BigInteger integer) {
    return over.of(Rational.of(integer));
  }
}
