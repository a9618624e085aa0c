package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Longest;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The gamma function at rational arguments, by a shift and Stirling's series with its remainder
 * (docs/theory.md, Proposition 3.11). Arguments may be as large as 10^18 and beyond: what depends
 * on their size is the working precision of the logarithm, not the time.
 *
 * @param over the arithmetic to whose precision results are rounded
 */
public record GammaFunction(BallArithmetic over) {
  /** Up to this integer Gamma is formed as a factorial, exactly if it fits. */
  private static final int LARGEST_FACTORIAL = 200;

  private static final int GUARD = 32;

  /**
   * Exact, so that no result depends on what is kept: some 30 MB after a value of 10,000 digits.
   */
  static final Longest<List<Rational>> COEFFICIENTS = new Longest<>(GammaFunction::coefficients);

  /**
   * Gamma(x), relatively as accurate as the precision says.
   *
   * @throws DomainException if x is zero or a negative integer
   * @throws ArithmeticException if the value is beyond 2^(2^58)
   */
  public Ball gamma(Rational x) {
    if (x.isInteger() && x.signum() <= 0) {
      throw new DomainException("Gamma has a pole at " + x);
    }
    if (x.isInteger() && x.compareTo(LARGEST_FACTORIAL) <= 0) {
      return risingFactorial(Rational.ONE, x.intValue() - 1);
    }
    BallArithmetic wide = widerFor(x, x);
    int shift = shift(x, wide.bits());
    Ball stirling = wide.exp(stirling(wide, x.add(shift)));
    return over.round(
        shift == 0 ? stirling : wide.divide(stirling, risingFactorial(wide, x, shift)));
  }

  /**
   * log Gamma(x) for x &gt; 0, absolutely accurate for x near 1 and 2, where it vanishes.
   *
   * @throws DomainException unless x is positive
   */
  public Ball logGamma(Rational x) {
    requirePositive(x);
    return over.round(logGamma(widerFor(x, x), x));
  }

  /**
   * Gamma(x)/Gamma(y) for positive x and y, relatively as accurate as the precision says however
   * large both are.
   *
   * @throws DomainException unless x and y are positive
   */
  public Ball ratio(Rational x, Rational y) {
    requirePositive(x);
    requirePositive(y);
    BallArithmetic wide = widerFor(x, y);
    return over.round(wide.exp(wide.subtract(logGamma(wide, x), logGamma(wide, y))));
  }

  /**
   * The product x (x+1) ... (x+n-1), by exact products of integers.
   *
   * @throws IllegalArgumentException if n is negative
   */
  public Ball risingFactorial(Rational x, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("a rising factorial of " + n + " factors");
    }
    return risingFactorial(over, x, n);
  }

  private static Ball risingFactorial(BallArithmetic over, Rational x, int n) {
    BigInteger denominator = x.denominator();
    Ball numerator = Ball.exact(product(x.numerator(), denominator, 0, n));
    return over.divide(numerator, Ball.exact(denominator.pow(n)));
  }

  /** The product of p + i q over from &lt;= i &lt; to. */
  private static BigInteger product(BigInteger p, BigInteger q, int from, int to) {
    if (to - from < 8) {
      Context.checkpoint();
      BigInteger product = BigInteger.ONE;
      for (int i = from; i < to; i++) {
        product = product.multiply(p.add(q.multiply(BigInteger.valueOf(i))));
      }
      return product;
    }
    int middle = (from + to) >>> 1;
    return product(p, q, from, middle).multiply(product(p, q, middle, to));
  }

  private static Ball logGamma(BallArithmetic wide, Rational x) {
    int shift = shift(x, wide.bits());
    Ball stirling = stirling(wide, x.add(shift));
    return shift == 0
        ? stirling
        : wide.subtract(stirling, wide.log(risingFactorial(wide, x, shift)));
  }

  /** The steps that take x to where Stirling's terms fall off quickly enough. */
  static int shift(Rational x, int bits) {
    BigInteger steps = BigInteger.valueOf(bits / 4 + 8).subtract(x.floor());
    if (steps.bitLength() > 24) {
      if (steps.signum() < 0) {
        return 0;
      }
      throw new DomainException("Gamma at a large negative argument");
    }
    return Math.max(0, steps.intValue());
  }

  /** log Gamma(x) by Stirling's series, for x of at least a quarter of the bits. */
  private static Ball stirling(BallArithmetic wide, Rational x) {
    int terms = terms(wide.bits(), x.floor().bitLength() - 1);
    return stirling(wide, x, COEFFICIENTS.ofAtLeast(terms).subList(0, terms));
  }

  /** B_2k/(2k (2k-1)) for k from 1 to {@code count}. */
  static List<Rational> coefficients(int count) {
    List<Rational> bernoulli = BernoulliNumbers.even(count);
    return LongStream.rangeClosed(1, count)
        .mapToObj(k -> bernoulli.get((int) k - 1).divide(2 * k * (2 * k - 1)))
        .toList();
  }

  /** log Gamma(x) for x &gt; 0 by the terms of all the coefficients but the last, or fewer. */
  static Ball stirling(BallArithmetic wide, Rational x, List<Rational> coefficients) {
    Ball argument = wide.of(x);
    Ball sum =
        wide.subtract(
            wide.multiply(wide.of(x.subtract(Rational.of(1, 2))), wide.log(argument)), argument);
    sum = wide.add(sum, wide.log(wide.pi().shifted(1)).shifted(-1));
    Ball reciprocal = wide.divide(Ball.exact(1), argument);
    Ball square = wide.square(reciprocal);
    Ball power = reciprocal;
    for (int k = 1; ; k++) {
      Ball term = wide.scale(power, coefficients.get(k - 1));
      if (k == coefficients.size() || term.binaryOrder() < -wide.bits()) {
        // the first omitted term bounds the remainder
        return sum.inflate(term);
      }
      sum = wide.add(sum, term);
      power = wide.multiply(power, square);
    }
  }

  /** About how many terms are worth while; the remainder is bounded whatever this says. */
  static int terms(int bits, int log2OfArgument) {
    int k = 2;
    // |B_2k| / x^2k is about (k / (pi e x))^2k
    while (k < bits && 2 * k * (log2OfArgument + 3.09 - Math.log(k) / Math.log(2)) < bits) {
      k++;
    }
    return k + 1;
  }

  /** A precision in which an error of log Gamma is a relative error of Gamma with bits to spare. */
  private BallArithmetic widerFor(Rational x, Rational y) {
    int size = Math.max(x.floor().bitLength(), y.floor().bitLength());
    // x log x has this many bits before the point
    int before = size + 32 - Integer.numberOfLeadingZeros(size + over.bits());
    return BallArithmetic.ofBits(over.bits() + before + GUARD);
  }

  private static void requirePositive(Rational x) {
    if (x.signum() <= 0) {
      throw new DomainException("the logarithm of Gamma at " + x + ", which is not positive");
    }
  }
}
