package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.util.List;
import java.util.Optional;

/**
 * The tail of a spectrum for all frequencies of one parity from k0 on at once (docs/theory.md,
 * Theorem 12.3):
 *
 * <pre>
 *   eta_k = c Lambda_k(s) (1 + a l_k + y_k),   l_k = Lambda_k(s+2)/Lambda_k(s),
 *   |y_k| &lt;= Y |l_k| (K0/K)^2,               K = k + (d-2)/2.
 * </pre>
 *
 * @param dimension d
 * @param parity of the frequencies
 * @param from k0, of that parity
 * @param exponent s, odd
 * @param leading c, certainly not zero
 * @param next a
 * @param rest a ball whose upper end is at least Y
 */
public record UniformTail(
    int dimension, Parity parity, long from, int exponent, Ball leading, Ball next, Ball rest) {
  /** For a leading coefficient that nearly cancels, between the two ends or in its own sum. */
  private static final int MOST_BITS = Precision.TAIL << 3;

  /** So accurate the leading coefficient is to be. */
  private static final int LEADING_BITS = 128;

  /** So many coefficients not known to vanish are tried. */
  private static final int TRIED = 20;

  private static final BallArithmetic OVER = Precision.TAILS;

  /**
   * The uniform tail from k0 on, with the number of terms that makes Y smallest.
   *
   * @return empty if the theorem does not apply from there: because the kernel is not certified,
   *     because no coefficient is certainly the leading one, or because k0 is too small
   */
  public static Optional<UniformTail> of(
      OddExpansion expansion, int dimension, Parity parity, long from) {
    return new Search(expansion, dimension, parity, parity.firstFrom(from)).best();
  }

  /**
   * (|a| + Y) |l_k0|, a bound on the relative distance of eta_k from c Lambda_k(s) for all k from
   * k0 on.
   */
  public Ball relativeDistance() {
    Ball sum = OVER.add(next.abs(), rest);
    return OVER.multiply(sum, ratio()).abs();
  }

  /** |l_k0|. */
  public Ball ratio() {
    return ratio(dimension, from, exponent).abs();
  }

  /**
   * The sign of every eigenvalue of the parity from k0 on, or 0 if Corollary 12.5 does not decide
   * it: because the sign of c is not known, or because the distance is not below 1.
   */
  public int sign() {
    if (leading.containsZero() || !relativeDistance().certainlyLess(Ball.exact(1))) {
      return 0;
    }
    int chordPower = (exponent + 1) / 2 % 2 == 0 ? 1 : -1;
    return leading.isPositive() ? chordPower : -chordPower;
  }

  /** Lambda_k(s+2)/Lambda_k(s) = -4 (s+2)(s+d-1)/(4K^2 - (s+d)^2), Lemma 12.1. */
  public static Ball ratio(int dimension, long k, int s) {
    Rational twiceK = new Sphere(dimension).shifted(k).multiply(2);
    Rational below = twiceK.multiply(twiceK).subtract(Rational.of((long) s + dimension).pow(2));
    return OVER.of(Rational.of(-4L * (s + 2)).multiply(s + dimension - 1L).divide(below));
  }

  /** The condition of Theorem 12.3 on k0, and that it is beyond s/2. */
  static boolean topDecreases(int dimension, long from, int s, double height) {
    Rational k = Rational.of(from);
    Rational shifted = new Sphere(dimension).shifted(from);
    Rational half = Rational.of(s, 2);
    Rational square = Rational.of((long) s + dimension).pow(2);
    if (shifted.pow(2).multiply(4).compareTo(square) <= 0 || k.compareTo(half) <= 0) {
      return false;
    }
    Rational growth =
        shifted
            .add(1)
            .divide(shifted)
            .pow(2)
            .multiply(shifted.add(1).pow(2).multiply(4).subtract(square))
            .divide(shifted.pow(2).multiply(4).subtract(square))
            .multiply(k.add(half).add(dimension - 1))
            .divide(k.subtract(half));
    Ball decay = OVER.exp(OVER.negate(OVER.of(Rational.of(height))));
    return OVER.multiply(OVER.of(growth), decay).certainlyLess(Ball.exact(1));
  }

  /** The search for J. */
  private static final class Search {
    private final OddExpansion expansion;
    private final int dimension;
    private final Parity parity;
    private final long from;
    private int bits = Precision.TAIL;

    Search(OddExpansion expansion, int dimension, Parity parity, long from) {
      this.expansion = expansion;
      this.dimension = dimension;
      this.parity = parity;
      this.from = from;
    }

    Optional<UniformTail> best() {
      AnalyticData data = expansion.data();
      Certification<List<TailRemainder.End>> ends = expansion.oddEnds();
      Optional<Integer> leadingIndex = leadingIndex();
      if (!ends.isCertified() || leadingIndex.isEmpty() || !data.rectangle().isCertified()) {
        return Optional.empty();
      }
      double height = data.rectangle().region().height();
      int first = leadingIndex.get();
      int s = 2 * first + 1;
      if (!topDecreases(dimension, from, s, height)) {
        return Optional.empty();
      }
      Ball c = coefficient(first);
      Ball a = OVER.divide(coefficient(first + 1), c);
      Ball lambda = ChordPowerSpectrum.of(dimension, s).in(OVER, from);
      Ball top = TailRemainder.top(dimension, from, height, data.rectangle().bound().get());
      Ball scale = OVER.multiply(c, OVER.multiply(lambda, ratio(dimension, from, s)));
      Ball fixed = OVER.divide(top, scale).abs();
      // |Lambda_k0(n)| / |Lambda_k0(s+2)|, from n = s + 2 on
      Ball quotient = Ball.exact(1);
      Ball kept = Ball.exact(0);
      Ball best = null;
      // No J is left where 2 k0 is at most s + 6.
      for (int j = first + 2; 2L * j + 3 < 2 * from; j++) {
        quotient = OVER.multiply(quotient, ratio(dimension, from, 2 * j - 1).abs());
        Ball cut = Ball.exact(0);
        for (TailRemainder.End end : ends.get()) {
          cut = OVER.add(cut, end.bound(j, quotient, height));
        }
        Ball total = OVER.add(OVER.add(kept, OVER.divide(cut, c).abs()), fixed);
        if (best != null && !total.certainlyLess(best)) {
          break;
        }
        best = total;
        kept = OVER.add(kept, OVER.multiply(OVER.divide(coefficient(j), c).abs(), quotient));
      }
      return Optional.ofNullable(best)
          .map(rest -> new UniformTail(dimension, parity, from, s, c, a, rest));
    }

    /** The first coefficient that is not exactly zero, if it is certainly not zero. */
    private Optional<Integer> leadingIndex() {
      int known = (expansion.leastExponent() - 1) / 2;
      for (int j = known; j < known + TRIED; j++) {
        Ball c = coefficient(j);
        while (!c.isExact() && c.accuracyBits() < LEADING_BITS && bits < MOST_BITS) {
          long before = c.accuracyBits();
          bits *= 2;
          c = coefficient(j);
          if (!c.containsZero() && c.accuracyBits() <= before + 1) {
            // As wide as its parameters make it, whatever the precision.
            break;
          }
        }
        if (!c.containsZero()) {
          return Optional.of(j);
        }
        if (!c.isExact()) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    private Ball coefficient(int j) {
      OddExpansion.Coefficients odd = expansion.coefficients(bits, j + 1);
      Ball a = odd.atCoincidence().get(j);
      Ball b = odd.atAntipode().get(j);
      return parity == Parity.EVEN ? OVER.add(a, b) : OVER.subtract(a, b);
    }
  }
}
