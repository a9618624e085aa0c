package dev.zonal.lab.moment;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * The angle between two rows r_1, r_2 of the first two columns of a uniform orthogonal N x N
 * matrix, N at least 3 (docs/theory.md, Lemma 25.4): its density over the circle, and what that
 * makes of the squares of their lengths.
 *
 * @param none the density g_0
 * @param one E(|r_1|^2 | angle) g_0, which is the same for r_2
 * @param both E(|r_1|^2 |r_2|^2 | angle) g_0
 */
record RowAngle(Ball none, Ball one, Ball both) {
  /**
   * At pi/2 - t or pi/2 + t.
   *
   * @param t in (0, pi/2]
   * @param ofT its sine and cosine
   */
  static RowAngle at(BallArithmetic over, int n, Ball t, BallArithmetic.SinCos ofT) {
    Ball cosine = ofT.sin();
    Ball z = over.square(ofT.cos());
    Ball half = Ball.exact(1).shifted(-1);
    boolean isFar = z.certainlyLess(half) || n > 2 * over.bits();
    Integrals integrals =
        isFar
            ? Integrals.bySeries(over, n, z, z.certainlyLess(half))
            : Integrals.upward(over, n, t, cosine, z);
    Ball factor = over.scale(over.divide(Ball.exact(1), over.pi()), Rational.of(n - 2L, 2));
    Ball both =
        over.subtract(
            over.scale(integrals.first, Rational.of(n - 1L)),
            over.scale(integrals.second, Rational.of(n + 1L)));
    return new RowAngle(
        over.multiply(factor, integrals.plain),
        over.multiply(factor, integrals.first),
        over.multiply(factor, over.scale(both, Rational.of(1, n - 1L))));
  }

  /**
   * A bound of what a series of terms B(x, j+2) z^j/2 has from a term on: Lemma 25.5 (i).
   *
   * @param x above 1, if z may be more than 1/2
   * @param j the index of the term
   * @param isGeometric whether z is at most 1/2, and not only at most 1
   */
  static Ball rest(BallArithmetic over, Ball term, Rational x, int j, boolean isGeometric) {
    return isGeometric ? term.shifted(1) : over.scale(term, x.add(j + 1L).divide(x.subtract(1)));
  }

  /**
   * With I_n the integral of k^(n-2)/(c^2 + k^2 s^2) over k from 0 to 1.
   *
   * @param plain I_n
   * @param first I_n - I_(n+2)
   * @param second I_(n+2) - I_(n+4)
   */
  private record Integrals(Ball plain, Ball first, Ball second) {
    /** Lemma 25.5 (i). */
    static Integrals bySeries(BallArithmetic over, int n, Ball z, boolean isGeometric) {
      Ball first = differences(over, Rational.of(n - 1L, 2), z, isGeometric);
      Ball second = differences(over, Rational.of(n + 1L, 2), z, isGeometric);
      Ball plain = over.add(over.of(Rational.of(1, n - 1L)), over.multiply(z, first));
      return new Integrals(plain, first, second);
    }

    /** The sum over j of B(x, j+2) z^j/2. */
    private static Ball differences(BallArithmetic over, Rational x, Ball z, boolean isGeometric) {
      Ball term = over.of(x.multiply(x.add(1)).multiply(2).reciprocal());
      Ball sum = Ball.exact(0);
      long least = term.binaryOrder() - over.bits();
      int j = 0;
      while (term.binaryOrder() > least) {
        sum = over.add(sum, term);
        term = over.multiply(over.scale(term, Rational.of(j + 2L).divide(x.add(j + 2L))), z);
        j++;
      }
      return sum.inflate(rest(over, term, x, j, isGeometric));
    }

    /** Lemma 25.5 (ii). */
    static Integrals upward(BallArithmetic over, int n, Ball t, Ball cosine, Ball z) {
      Ball square = over.square(cosine);
      boolean isEven = n % 2 == 0;
      Ball value =
          isEven
              ? over.divide(
                  over.subtract(over.pi().shifted(-1), t), over.multiply(cosine, over.sqrt(z)))
              : over.negate(over.divide(over.log(cosine), z));
      Ball[] last = new Ball[3];
      for (int m = isEven ? 2 : 3; m <= n + 4; m += 2) {
        if (m >= n) {
          last[(m - n) / 2] = value;
        }
        Ball one = over.of(Rational.of(1, m - 1L));
        value = over.divide(over.subtract(one, over.multiply(square, value)), z);
      }
      return new Integrals(
          last[0], over.subtract(last[0], last[1]), over.subtract(last[1], last[2]));
    }
  }
}
