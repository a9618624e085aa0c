package dev.zonal.theorem;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.spectrum.ChordPowerSpectrum;
import dev.zonal.spectrum.UniformTail;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The decay law of one parity with its constant and an explicit remainder (docs/theory.md,
 * Corollary 12.4):
 *
 * <pre>
 *   eta_k = C K^-E (1 + e_k),   |e_k| &lt;= B (K0/K)^2   for every k &gt;= k0 of the parity,
 * </pre>
 *
 * with the shifted frequency K = k + (d-2)/2.
 *
 * @param tail the uniform tail it follows from
 * @param decayExponent E = d - 1 + s
 * @param constant C, the limit of K^E eta_k and of k^E eta_k
 * @param remainder a ball whose upper end is at least B
 */
public record DecayLaw(UniformTail tail, int decayExponent, Ball constant, Ball remainder) {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(192);

  /** The law that follows from a uniform tail. */
  public static DecayLaw of(UniformTail tail) {
    int dimension = tail.dimension();
    int s = tail.exponent();
    int m = s + dimension - 1;
    Ball limit = OVER.multiply(tail.leading(), chordConstant(dimension, s));
    BigFraction k0 = BigFraction.of(2 * tail.from() + dimension - 2L).divide(2);
    Ball excess = OVER.of(excess(k0, m));
    Ball epsilon = tail.relativeDistance();
    Ball remainder = OVER.add(OVER.multiply(epsilon, OVER.add(Ball.exact(1), excess)), excess);
    return new DecayLaw(tail, m, limit, remainder);
  }

  /** Whether K0 is beyond the poles of the factors of Lemma 12.2. */
  static boolean isApplicable(UniformTail tail) {
    // K0 > (m-1)/2 with m = s + d - 1.
    return 2 * tail.from() + tail.dimension() - 2 > tail.exponent() + tail.dimension() - 2;
  }

  /** All k^E eta_k with k at least k0 of the parity, and their limit (Theorem 13.3). */
  Ball unshiftedRange() {
    Ball spread = Ball.hull(remainder, OVER.negate(remainder));
    Ball shifted = OVER.multiply(constant, OVER.add(Ball.exact(1), spread));
    BigFraction shift =
        BigFraction.of(2 * tail.from())
            .divide(BigFraction.of(2 * tail.from() + tail.dimension() - 2L));
    Ball smallest = OVER.power(OVER.of(shift), decayExponent);
    return OVER.multiply(shifted, Ball.hull(smallest, Ball.exact(1)));
  }

  /**
   * Where all k^E eta_k with k at least k0 of the parity lie with respect to their limit C &gt; 0:
   * 1 if none is below it, -1 if none is above it, 0 if neither is decided (Theorem 13.3).
   */
  int side() {
    int d = tail.dimension();
    if (!constant.isPositive()) {
      return 0;
    }
    if (d > 2) {
      // (1 - lambda/K)^E <= exp(-E lambda/K), and 1 + e_k <= exp(B K0^2/K^2).
      Ball gain = OVER.of(BigFraction.of((long) decayExponent * (d - 2)).divide(2));
      Ball loss = OVER.divide(remainderConstant(), OVER.of(shifted()));
      return gain.certainlyGreater(loss) ? -1 : 0;
    }
    if (OVER.negate(tail.next()).certainlyGreater(tail.rest())) {
      return 1;
    }
    int s = tail.exponent();
    Ball excess = OVER.of(excess(shifted(), decayExponent).multiply(shifted().pow(2)));
    Ball fall =
        OVER.multiply(OVER.subtract(tail.next(), tail.rest()), Ball.exact((s + 2L) * (s + d - 1L)));
    return fall.certainlyGreater(excess) ? -1 : 0;
  }

  /** K0. */
  private BigFraction shifted() {
    return BigFraction.of(2 * tail.from() + tail.dimension() - 2L).divide(2);
  }

  /** B K0^2: |e_k| is at most this over K^2. */
  public Ball remainderConstant() {
    return OVER.multiply(remainder, OVER.of(shifted().pow(2)));
  }

  /** The limit of K^(d-1+s) Lambda_k(s), Lemma 12.2: from k = s, where the product is exact. */
  private static Ball chordConstant(int dimension, int s) {
    int m = s + dimension - 1;
    BigFraction shifted = BigFraction.of(2L * s + dimension - 2).divide(2);
    Ball lambda = ChordPowerSpectrum.of(dimension, s).in(OVER, s);
    Ball scaled = OVER.multiply(lambda, OVER.power(OVER.of(shifted), m));
    return OVER.divide(scaled, OVER.of(excess(shifted, m).add(1)));
  }

  /** delta(K) of Lemma 12.2, exactly. */
  private static BigFraction excess(BigFraction shifted, int m) {
    BigFraction product = BigFraction.ONE;
    for (int i = 0; i < m; i++) {
      BigFraction factor =
          BigFraction.ONE.add(BigFraction.of(2L * i - (m - 1)).divide(2).divide(shifted));
      product = product.divide(factor);
    }
    return product.subtract(BigInteger.ONE);
  }
}
