package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.context.Context;
import dev.zonal.kernel.OneLayerTerm.Basis;
import java.util.ArrayList;
import java.util.List;

/**
 * An eigenvalue of kappa_0(m), kappa_1(m) or m kappa_0(m), m the mean of the cosines of two pixels
 * of any number of channels, as a series of positive terms with rational quotients (docs/theory.md,
 * Proposition 21.9), whose tail is telescoped.
 *
 * @param function kappa_0 with an odd sum of the frequencies, one of the others with an even one
 * @param channels C, at least 2
 * @param first k_1
 * @param second k_2
 */
record PixelPairSeries(Basis function, int channels, int first, int second) {
  private static final Rational HALF = Rational.of(1, 2);
  private static final int BITS_PER_ORDER = 8;
  private static final int MOST_TERMS = 1 << 20;

  PixelPairSeries {
    if (((first + second) % 2 == 1) != function.equals(Basis.KAPPA_0)) {
      throw new IllegalArgumentException(function + " has no infinite series of this parity");
    }
  }

  private int sum() {
    return first + second;
  }

  /** m kappa_0 has no constant term. */
  private int start() {
    return function.equals(Basis.U_KAPPA_0) && sum() == 0 ? 1 : 0;
  }

  /** The tail of the terms of the powers n = k_1 + k_2 + 2s. */
  private TelescopedTail tail(int order) {
    Rational half = Rational.of(sum(), 2);
    Rational index = Rational.of(sum() + channels - 2L);
    Rational own = function.equals(Basis.KAPPA_0) ? half : half.subtract(HALF);
    List<Rational> above =
        new ArrayList<>(
            List.of(own, own, index.add(1).multiply(HALF), index.add(2).multiply(HALF)));
    List<Rational> below =
        new ArrayList<>(
            List.of(
                Rational.ONE,
                Rational.of(2L * first + channels, 2),
                Rational.of(2L * second + channels, 2),
                index.add(1)));
    if (function.equals(Basis.U_KAPPA_0)) {
      above.add(half.add(1));
      below.add(half);
    }
    return TelescopedTail.of(above, below, order);
  }

  /** pi times the coefficient of u^n in the function. */
  private Rational coefficient(int n) {
    if (n == 0) {
      return Rational.ONE;
    }
    int j = function.equals(Basis.KAPPA_0) ? (n - 1) / 2 : (n - 2) / 2;
    Rational arcSine =
        GammaQuotient.ONE
            .rising(1, j)
            .dividedByRising(2, j)
            .exact()
            .coefficient()
            .divide(2L * j + 1);
    return function.equals(Basis.KAPPA_1) ? arcSine.divide(n) : arcSine;
  }

  /** The integral of m^n for n = k_1 + k_2: n!/(4^n (C/2)_{k_1} (C/2)_{k_2}). */
  private Rational moment() {
    return GammaQuotient.ONE
        .timesPowerOfTwo(-2L * sum())
        .rising(2, sum())
        .dividedByRising(channels, first)
        .dividedByRising(channels, second)
        .exact()
        .coefficient();
  }

  /** The term at which the series begins, times pi. */
  private Rational firstTerm() {
    if (start() == 0) {
      return coefficient(sum()).multiply(moment());
    }
    // The integral of m^2 = (u_1^2 + 2 u_1 u_2 + u_2^2)/4.
    return coefficient(2).multiply(Rational.of(1, 2L * channels));
  }

  /**
   * A ball that contains the eigenvalue, with a relative accuracy of about the precision.
   *
   * @throws DomainException if more terms are needed than are ever computed
   */
  Ball enclose(BallArithmetic over) {
    TelescopedTail tail = tail(Math.max(4, over.bits() / BITS_PER_ORDER));
    Rational wanted = Rational.of(1, 2).pow(over.bits());
    long end = Math.max(16, over.bits() / 4L + sum());
    while (tail.error(end).compareTo(wanted) > 0) {
      end *= 2;
      if (end > MOST_TERMS) {
        throw new DomainException(
            "the series of two pixels needs more than " + MOST_TERMS + " terms");
      }
    }
    BallArithmetic wide = BallArithmetic.ofBits(over.bits() + 40);
    Ball term = wide.divide(wide.of(firstTerm()), wide.pi());
    Ball sum = wide.of(0);
    for (long s = start(); s < end; s++) {
      Context.checkpoint();
      sum = wide.add(sum, term);
      term = wide.scale(term, tail.quotient(s));
    }
    Ball near = Ball.exact(1).inflate(wide.of(tail.error(end)));
    Ball rest = wide.divide(wide.scale(term, tail.factor(end)), near);
    return over.round(wide.add(sum, rest));
  }
}
