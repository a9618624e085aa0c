package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A quotient of products of Gamma(n/2), n an integer, kept as a power of two, a power of sqrt(pi)
 * and arithmetic progressions of small integers (docs/theory.md, Lemma 9.1). Multiplied out it may
 * have more digits than there is memory for; enclosed it costs one multiplication by a small
 * integer for every member of a progression, and nothing cancels.
 */
public final class GammaQuotient {
  public static final GammaQuotient ONE = new GammaQuotient(0, 0, List.of(), List.of());

  /** The integers first, first + 2, ..., count of them. */
  private record Progression(long first, long count) {
    Rational half() {
      return Rational.of(first, 2);
    }

    /** Without the first n. */
    Progression from(long n) {
      return new Progression(first + 2 * n, count - n);
    }
  }

  /** From this many factors on, Gammas are quicker. */
  private static final long LONG = 4096;

  /** Integers are multiplied exactly up to about this size before an arithmetic sees them. */
  private static final int CHUNK_BITS = 512;

  /** A number of more factors than that has thousands of digits, and takes milliseconds. */
  private static final long MOST_FACTORS = 2_000;

  private final long powerOfTwo;
  private final int powerOfSqrtPi;
  private final List<Progression> above;
  private final List<Progression> below;

  private GammaQuotient(
      long powerOfTwo, int powerOfSqrtPi, List<Progression> above, List<Progression> below) {
    this.powerOfTwo = powerOfTwo;
    this.powerOfSqrtPi = powerOfSqrtPi;
    this.above = above;
    this.below = below;
  }

  /**
   * This quotient times Gamma({@code twice}/2).
   *
   * @param twice not an even number below 2, where Gamma has poles
   */
  public GammaQuotient gamma(long twice) {
    if ((twice & 1) == 0) {
      if (twice < 2) {
        throw new ArithmeticException("Gamma has a pole at " + twice / 2);
      }
      return times(0, 0, new Progression(2, twice / 2 - 1)).timesPowerOfTwo(1 - twice / 2);
    }
    long steps = Math.floorDiv(twice, 2);
    return steps >= 0
        ? times(-steps, 1, new Progression(1, steps))
        : divide(ONE.times(steps, -1, new Progression(twice, -steps)));
  }

  /** This quotient divided by Gamma({@code twice}/2), not at a pole. */
  public GammaQuotient dividedByGamma(long twice) {
    return divide(ONE.gamma(twice));
  }

  /**
   * This quotient times the rising factorial (x)_n of x = {@code twice}/2, which must not vanish.
   */
  public GammaQuotient rising(long twice, long n) {
    if (twice <= 0 && (twice & 1) == 0 && twice + 2 * (n - 1) >= 0 && n > 0) {
      throw new ArithmeticException("the rising factorial vanishes");
    }
    return times(-n, 0, new Progression(twice, n));
  }

  /**
   * This quotient divided by the rising factorial (x)_n of x = {@code twice}/2, which must not
   * vanish.
   */
  public GammaQuotient dividedByRising(long twice, long n) {
    return divide(ONE.rising(twice, n));
  }

  public GammaQuotient timesPowerOfTwo(long exponent) {
    return new GammaQuotient(powerOfTwo + exponent, powerOfSqrtPi, above, below);
  }

  public GammaQuotient timesPowerOfSqrtPi(int exponent) {
    return new GammaQuotient(powerOfTwo, powerOfSqrtPi + exponent, above, below);
  }

  private GammaQuotient times(long twos, int sqrtPis, Progression factor) {
    return new GammaQuotient(
        powerOfTwo + twos, powerOfSqrtPi + sqrtPis, with(above, List.of(factor)), below);
  }

  private GammaQuotient divide(GammaQuotient other) {
    return new GammaQuotient(
        powerOfTwo - other.powerOfTwo,
        powerOfSqrtPi - other.powerOfSqrtPi,
        with(above, other.below),
        with(below, other.above));
  }

  private static List<Progression> with(List<Progression> list, List<Progression> more) {
    List<Progression> result = new ArrayList<>(list);
    more.stream().filter(p -> p.count() > 0).forEach(result::add);
    return List.copyOf(result);
  }

  /** Whether {@link #exact} has a value, of a size that one would write down. */
  public boolean isWritable() {
    return (powerOfSqrtPi & 1) == 0 && isShort();
  }

  /** Whether the number, apart from powers of sqrt(pi), is of a size that one would write down. */
  public boolean isShort() {
    return factors() <= MOST_FACTORS && Math.abs(powerOfTwo) <= MOST_FACTORS;
  }

  /** The number of integers that are multiplied. */
  long factors() {
    return above.stream().mapToLong(Progression::count).sum()
        + below.stream().mapToLong(Progression::count).sum();
  }

  /**
   * The number multiplied out.
   *
   * @throws ArithmeticException if it contains an odd power of sqrt(pi)
   */
  public PiRational exact() {
    if ((powerOfSqrtPi & 1) != 0) {
      throw new ArithmeticException("an odd power of sqrt(pi)");
    }
    List<Progression> numerators = new ArrayList<>(above);
    List<Progression> denominators = new ArrayList<>(below);
    long over = centralBinomial(numerators, denominators);
    long under = centralBinomial(denominators, numerators);
    Rational binomials = Rational.of(central(over)).divide(Rational.of(central(under)));
    Rational rational =
        Rational.of(product(chunks(numerators)), product(chunks(denominators)))
            .multiply(binomials)
            .shifted(Math.toIntExact(powerOfTwo - 2 * over + 2 * under));
    return new PiRational(rational, powerOfSqrtPi / 2);
  }

  /**
   * Takes the largest 1 3 ... (2n-1) from the first and 2 4 ... 2n from the second progressions:
   * their quotient is C(2n,n)/4^n, which has far shorter terms.
   *
   * @return n
   */
  private static long centralBinomial(List<Progression> odd, List<Progression> even) {
    Optional<Progression> p = odd.stream().filter(x -> x.first() == 1).findFirst();
    Optional<Progression> q = even.stream().filter(x -> x.first() == 2).findFirst();
    if (p.isEmpty() || q.isEmpty()) {
      return 0;
    }
    long n = Math.min(p.get().count(), q.get().count());
    odd.set(odd.indexOf(p.get()), p.get().from(n));
    even.set(even.indexOf(q.get()), q.get().from(n));
    return n;
  }

  /** C(2n, n) = (n+1) ... 2n/n!. */
  private static BigInteger central(long n) {
    BigInteger twice = product(chunks(List.of(new Progression(2 * n + 2, n))));
    return twice.divide(product(chunks(List.of(new Progression(2, n)))));
  }

  /**
   * The number in the given arithmetic, by {@link #factors()} multiplications by small integers;
   * over balls, long progressions are quotients of Gammas, whatever their length.
   */
  public <T> T in(Arithmetic<T> over) {
    T result = over.power(over.of(2), powerOfTwo);
    for (T factor : factors(above, over)) {
      result = over.multiply(result, factor);
    }
    for (T factor : factors(below, over)) {
      result = over.divide(result, factor);
    }
    if (powerOfSqrtPi == 0) {
      return result;
    }
    return over.multiply(result, over.power(over.pi(), Rational.of(powerOfSqrtPi, 2)));
  }

  private static <T> List<T> factors(List<Progression> progressions, Arithmetic<T> over) {
    List<T> result = new ArrayList<>();
    List<Progression> rest = new ArrayList<>();
    for (Progression all : progressions) {
      Progression p = all;
      if (p.count > LONG && (p.first & 1) == 1 && p.first < 0 && p.first > -LONG) {
        // The negative odd numbers apart.
        rest.add(new Progression(p.first, (1 - p.first) / 2));
        p = new Progression(1, p.count - (1 - p.first) / 2);
      }
      Optional<T> product =
          p.count > LONG ? over.risingFactorial(p.half(), p.count) : Optional.empty();
      if (product.isPresent()) {
        result.add(product.get());
        result.add(over.power(over.of(2), p.count));
      } else {
        rest.add(p);
      }
    }
    for (BigInteger chunk : chunks(rest)) {
      result.add(over.of(Rational.of(chunk)));
    }
    return result;
  }

  private static List<BigInteger> chunks(List<Progression> progressions) {
    List<BigInteger> result = new ArrayList<>();
    BigInteger chunk = BigInteger.ONE;
    long word = 1;
    for (Progression p : progressions) {
      for (long i = 0; i < p.count; i++) {
        long factor = p.first + 2 * i;
        if (bitLength(word) + bitLength(factor) < Long.SIZE) {
          word *= factor;
          continue;
        }
        chunk = chunk.multiply(BigInteger.valueOf(word));
        word = factor;
        if (chunk.bitLength() > CHUNK_BITS) {
          Context.checkpoint();
          result.add(chunk);
          chunk = BigInteger.ONE;
        }
      }
    }
    result.add(chunk.multiply(BigInteger.valueOf(word)));
    return result;
  }

  private static int bitLength(long factor) {
    return Long.SIZE - Long.numberOfLeadingZeros(Math.abs(factor));
  }

  /** The product by halves, so that the large multiplications are few and balanced. */
  private static BigInteger product(List<BigInteger> factors) {
    Context.checkpoint();
    int n = factors.size();
    return n == 1
        ? factors.get(0)
        : product(factors.subList(0, n / 2)).multiply(product(factors.subList(n / 2, n)));
  }
}
