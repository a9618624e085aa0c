package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The n points cos((2j+1) pi/(2n)) of [-1, 1], 0 &lt;= j &lt; n, at which a function that is
 * holomorphic around the interval is sampled to be known on all of it (docs/theory.md, Lemma 28.4).
 *
 * @param rounded to dyadic numbers, each within 2^-180 of the point
 * @param cosines cos(m (2j+1) pi/(2n)) for 0 &lt;= m &lt; n, by j
 */
record ChebyshevPoints(List<Rational> rounded, List<List<Ball>> cosines) {
  /** How near to the points the sampled ones are: 2 to this power is a bound. */
  static final int DISTANCE = -180;

  private static final BallArithmetic OVER = BallArithmetic.ofBits(320);

  static ChebyshevPoints of(int n) {
    List<Rational> rounded = new ArrayList<>();
    List<List<Ball>> cosines = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      List<Ball> row = new ArrayList<>();
      for (int m = 0; m < n; m++) {
        // The cosine has the period 4n of the numbers m (2j+1).
        long turn = (long) m * (2L * j + 1) % (4L * n);
        row.add(OVER.cos(OVER.scale(OVER.pi(), Rational.of(turn, 2L * n))));
      }
      cosines.add(row);
      Rational point = OVER.cos(OVER.scale(OVER.pi(), Rational.of(2L * j + 1, 2L * n))).lower();
      BigInteger grid = BigInteger.ONE.shiftLeft(1 - DISTANCE);
      rounded.add(Rational.of(point.numerator().multiply(grid).divide(point.denominator()), grid));
    }
    return new ChebyshevPoints(List.copyOf(rounded), List.copyOf(cosines));
  }
}
