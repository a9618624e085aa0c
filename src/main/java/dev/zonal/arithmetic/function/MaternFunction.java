package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;

/**
 * The Matern function M_nu(x) = 2^(1-nu)/Gamma(nu) x^nu K_nu(x) at exact points x &gt; 0, by its
 * two convergent series (docs/theory.md, Lemma 9.16). They cancel to e^(-2x) of their size, and the
 * precision is raised accordingly.
 *
 * @param nu the smoothness, positive
 */
record MaternFunction(Rational nu) {
  /** Beyond, the series have tens of thousands of terms of as many bits. */
  private static final Rational LARGEST = Rational.of(20_000);

  /**
   * M_nu(x), relatively as accurate as the precision says.
   *
   * @param x an exact ball
   * @throws DomainException if x is negative, or beyond 20000
   */
  Ball at(BallArithmetic over, Ball x) {
    if (x.isNegative() || x.lower().compareTo(LARGEST) > 0) {
      throw new DomainException(
          "a Matern function of smoothness " + nu + " at " + x + ", which is not in [0, 20000]");
    }
    return x.containsZero()
        ? Ball.exact(1)
        : Refinement.until(over, cancellation(x), wide -> sum(wide, x));
  }

  /** A guess: e^(2x). */
  private static long cancellation(Ball x) {
    return (long) (3 * x.toDouble()) + 16;
  }

  private Ball sum(BallArithmetic over, Ball x) {
    Ball z = over.square(x).shifted(-2);
    return nu.isInteger()
        ? over.add(polynomial(over, z), logarithmic(over, z))
        : over.add(regular(over, z), singular(over, z));
  }

  /** Sum_j z^j/(j! (1-nu)_j). */
  private Ball regular(BallArithmetic over, Ball z) {
    return series(over, z, over.of(1), nu.negate());
  }

  /** -Gamma(1-nu)/Gamma(1+nu) z^nu Sum_j z^j/(j! (1+nu)_j). */
  private Ball singular(BallArithmetic over, Ball z) {
    GammaFunction gamma = new GammaFunction(over);
    Ball quotient = over.divide(gamma.gamma(nu.negate().add(1)), gamma.gamma(nu.add(1)));
    return series(over, z, over.negate(over.multiply(quotient, over.power(z, nu))), nu);
  }

  /** first times Sum_j z^j/(j! (1+a)_j), the rest bounded once its terms at least halve. */
  private static Ball series(BallArithmetic over, Ball z, Ball first, Rational a) {
    Ball term = first;
    Ball sum = term;
    long largest = term.binaryOrder();
    for (long j = 0; ; j++) {
      Context.checkpoint();
      Rational factor = a.add(j + 1);
      Ball divisor = over.of(factor.multiply(j + 1));
      term = over.divide(over.multiply(term, z), divisor);
      Rational next = a.add(j + 2).multiply(j + 2);
      if (factor.signum() > 0
          && z.shifted(1).certainlyLess(over.of(next))
          && term.binaryOrder() < largest - over.bits()) {
        return sum.inflate(term.shifted(1));
      }
      sum = over.add(sum, term);
      largest = Math.max(largest, term.binaryOrder());
    }
  }

  /** Sum_{j&lt;n} z^j/(j! (1-n)_j) for the integer n = nu. */
  private Ball polynomial(BallArithmetic over, Ball z) {
    long n = nu.longValue();
    Ball term = over.of(1);
    Ball sum = term;
    for (long j = 0; j < n - 1; j++) {
      Context.checkpoint();
      term = over.divide(over.multiply(term, z), over.of((j + 1) * (j + 1 - n)));
      sum = over.add(sum, term);
    }
    return sum;
  }

  /**
   * (-1)^(n+1)/(n-1)! Sum_j z^(n+j)/(j! (n+j)!) (log z - psi(j+1) - psi(n+j+1)), the rest bounded
   * once its weights are at most a quarter of those before.
   */
  private Ball logarithmic(BallArithmetic over, Ball z) {
    long n = nu.longValue();
    GammaFunction gamma = new GammaFunction(over);
    Digamma psi = new Digamma(over);
    Ball factorials = over.multiply(gamma.gamma(nu), gamma.gamma(nu.add(1)));
    Ball weight = over.divide(over.power(z, n), factorials);
    Ball bracket = over.subtract(over.log(z), over.add(psi.at(Rational.ONE), psi.at(nu.add(1))));
    Ball sum = over.multiply(weight, bracket);
    long largest = sum.binaryOrder();
    for (long j = 0; ; j++) {
      Context.checkpoint();
      weight = over.divide(over.multiply(weight, z), over.of((j + 1) * (n + j + 1)));
      bracket = over.subtract(bracket, over.of(step(j, n)));
      Ball term = over.multiply(weight, bracket);
      Ball bound = over.multiply(weight, over.add(bracket.abs(), over.of(1))).shifted(1);
      boolean quarters = z.shifted(2).certainlyLess(over.of((j + 2) * (n + j + 2)));
      if (quarters && bound.binaryOrder() < largest - over.bits()) {
        sum = sum.inflate(bound);
        return (n & 1) == 1 ? sum : over.negate(sum);
      }
      sum = over.add(sum, term);
      largest = Math.max(largest, term.binaryOrder());
    }
  }

  /** 1/(j+1) + 1/(n+j+1). */
  private static Rational step(long j, long n) {
    return Rational.of(n + 2 * j + 2).divide(Rational.of(j + 1).multiply(n + j + 1));
  }
}
