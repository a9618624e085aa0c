package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.NotIntegrableException;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The eigenvalues Lambda_k(s) of a power r^s of the chord, s an integer above -(d-1)
 * (docs/theory.md, Lemma 9.3): a rational number or a rational number over pi, in closed form with
 * O(|s| + d) factors at any frequency.
 */
public final class ChordPowerSpectrum implements ExactSpectrum {
  private final int dimension;
  private final long exponent;

  private ChordPowerSpectrum(int dimension, long exponent) {
    this.dimension = dimension;
    this.exponent = exponent;
  }

  /**
   * The spectrum of r^{@code exponent} on the sphere S^(d-1).
   *
   * @param dimension d, at least 2
   * @param exponent s, above -(d-1): below, r^s is not integrable and has no eigenvalues
   */
  public static ChordPowerSpectrum of(int dimension, long exponent) {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension " + dimension + " is below 2");
    }
    requireIntegrable(dimension, Rational.of(exponent));
    return new ChordPowerSpectrum(dimension, exponent);
  }

  /**
   * The spectrum of a chord power with a rational exponent s.
   *
   * @throws NotIntegrableException if the kernel is not integrable
   */
  public static ExactSpectrum of(int dimension, Rational s) {
    if (s.isInteger()) {
      return of(dimension, s.longValue());
    }
    requireIntegrable(dimension, s);
    return new RealChordPower(dimension, s);
  }

  /**
   * The spectrum of the singular function of an exponent s: of r^s, or of r^s log r where s is an
   * even integer from 0 on and r^s is a polynomial; that one at k &gt; s/2 only.
   *
   * @throws NotIntegrableException if the kernel is not integrable
   */
  public static ExactSpectrum singular(int dimension, Rational s) {
    return isPolynomial(s) ? logarithmic(dimension, s) : of(dimension, s);
  }

  /** Whether r^s is a polynomial in u: s is an even integer from 0 on. */
  public static boolean isPolynomial(Rational s) {
    return s.signum() >= 0 && s.divide(2).isInteger();
  }

  private static LogarithmicChordPower logarithmic(int dimension, Rational s) {
    return new LogarithmicChordPower(dimension, s.divide(2).longValue());
  }

  /** The least dimension from 2 on in which r^s is integrable: d &gt; 1 - s. */
  public static int leastDimension(Rational s) {
    // Truncation is the floor where it matters, for 1 - s >= 2.
    return Math.max(2, Rational.ONE.subtract(s).intValue() + 1);
  }

  private static void requireIntegrable(int dimension, Rational s) {
    if (s.add(dimension - 1).signum() <= 0) {
      throw new NotIntegrableException(
          "chord:s=%s is not integrable on the sphere in dimension %s: s must be above %s"
              .formatted(s, dimension, 1 - dimension));
    }
  }

  @Override
  public Value at(long frequency) {
    return new Value() {
      @Override
      public Ball enclose(BallArithmetic over) {
        return in(over, frequency);
      }

      @Override
      public Optional<PiRational> exact() {
        boolean writable = vanishesAt(frequency) || factored(frequency).isWritable();
        return writable ? Optional.of(ChordPowerSpectrum.this.exact(frequency)) : Optional.empty();
      }
    };
  }

  /**
   * The limit of k^(s+d-1) Lambda_k(s), which is not zero (docs/theory.md, Lemma 12.2), of
   * k^(s+d-1) Lambda_k'(s) where s is an even integer from 0 on (Lemma 12.13).
   *
   * @param dimension d, at least 2
   * @param s above -(d-1)
   */
  public static Ball limit(BallArithmetic over, int dimension, Rational s) {
    if (isPolynomial(s)) {
      LogarithmicChordPower power = logarithmic(dimension, s);
      Ball size = power.constant().in(over);
      return power.isNegative() ? over.negate(size) : size;
    }
    if (!s.isInteger()) {
      return new RealChordPower(dimension, s).limit(over);
    }
    return limit(dimension, s.longValue()).in(over);
  }

  /**
   * The same limit as an exact number; empty where s is no integer or an even one from 0 on, where
   * the number contains an odd power of sqrt(pi), and where it is too long to be written down.
   */
  public static Optional<PiRational> exactLimit(int dimension, Rational s) {
    return Optional.of(s)
        .filter(x -> x.isInteger() && !isPolynomial(x))
        .map(x -> limit(dimension, x.longValue()))
        .filter(GammaQuotient::isWritable)
        .map(GammaQuotient::exact);
  }

  private static GammaQuotient limit(int dimension, long exponent) {
    return common(dimension, exponent).dividedByGamma(-exponent);
  }

  /** 2^(s+d-2) Gamma(d/2) Gamma((s+d-1)/2)/sqrt(pi). */
  private static GammaQuotient common(long d, long s) {
    return GammaQuotient.ONE
        .timesPowerOfTwo(s + d - 2)
        .timesPowerOfSqrtPi(-1)
        .gamma(d)
        .gamma(s + d - 1);
  }

  /** Lambda_k(s) as an exact number. */
  public PiRational exact(long frequency) {
    return vanishesAt(frequency) ? PiRational.ZERO : factored(frequency).exact();
  }

  /** Lambda_k(s) in the given arithmetic. */
  public <T> T in(Arithmetic<T> over, long frequency) {
    return vanishesAt(frequency) ? over.of(0) : factored(frequency).in(over);
  }

  /** Whether Lambda_k(s) = 0: r^s is a polynomial in u of degree s/2 &lt; k. */
  public boolean vanishesAt(long frequency) {
    return exponent >= 0 && (exponent & 1) == 0 && frequency > exponent / 2;
  }

  /** Lambda_k(s), not zero, as a quotient of Gammas of integers and half-integers. */
  GammaQuotient factored(long frequency) {
    long d = dimension;
    long s = exponent;
    GammaQuotient common = common(d, s);
    return s >= 0 && (s & 1) == 0
        ? common.rising(-s, frequency).dividedByGamma(s + 2 * (frequency + d - 1))
        : common.dividedByGamma(-s).dividedByRising(2 * frequency - s, s + d - 1);
  }

  /**
   * Lambda_k(s + 2) from Lambda_k(s), where s is not an even integer or k is at most s/2.
   *
   * @param value Lambda_k(s)
   */
  public static Ball raise(
      BallArithmetic over, Ball value, int dimension, long frequency, Rational s) {
    BigInteger p = s.numerator();
    BigInteger q = s.denominator();
    BigInteger k = BigInteger.valueOf(2 * frequency).multiply(q);
    BigInteger d = BigInteger.valueOf(dimension).multiply(q);
    BigInteger above = p.add(d).subtract(q).multiply(p.add(q.shiftLeft(1))).shiftLeft(2).negate();
    BigInteger below =
        k.subtract(p)
            .subtract(q.shiftLeft(1))
            .multiply(k.add(p).add(d.shiftLeft(1)).subtract(q.shiftLeft(1)));
    return over.divide(over.multiply(value, Ball.exact(above)), Ball.exact(below));
  }

  /** Lambda_(k+1)(s) from Lambda_k(s) (docs/theory.md, Lemma 9.4a). */
  public Ball next(BallArithmetic over, Ball value, long frequency) {
    BigInteger twice = BigInteger.valueOf(frequency).shiftLeft(1);
    BigInteger above = twice.subtract(BigInteger.valueOf(exponent));
    BigInteger below = twice.add(BigInteger.valueOf(exponent + 2L * dimension - 2));
    return over.divide(over.multiply(value, Ball.exact(above)), Ball.exact(below));
  }
}
