package dev.zonal.lab.sample;

import java.util.SplittableRandom;

/**
 * A stream of random numbers that depends on a seed and a path, as in (seed, network, layer), and
 * on nothing else: not on how many threads there are, nor on what else is drawn.
 *
 * <p>The bits are those of {@link SplittableRandom#nextLong}, begun at a hash of seed and path;
 * Gaussian numbers are made of them by Marsaglia's polar method, with the logarithm of {@link
 * StrictMath}, so that every machine draws the same. Not thread-safe.
 */
public final class RandomStream {
  private static final double UNIT = 0x1p-53;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final SplittableRandom bits;
  private double spare;
  private boolean hasSpare;

  private RandomStream(long start) {
    this.bits = new SplittableRandom(start);
  }

  /**
   * The stream of a seed.
   *
   * @param path tells streams of one seed apart; (1, 2) and (2, 1) are two
   */
  public static RandomStream of(long seed, long... path) {
    long state = mixed(seed + GOLDEN);
    for (long step : path) {
      state = mixed(state * 3 + mixed(step + GOLDEN));
    }
    return new RandomStream(state);
  }

  /** Stafford's thirteenth variant of the finaliser of MurmurHash3, a bijection. */
  private static long mixed(long z) {
    long y = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    long x = (y ^ y >>> 27) * 0x94d049bb133111ebL;
    return x ^ x >>> 31;
  }

  /** A multiple of 2^-53 in [0, 1). */
  public double uniform() {
    return (bits.nextLong() >>> 11) * UNIT;
  }

  /** A whole number from 0 to bound - 1; one is likelier than another by 2^-22 at most. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** 1 or -1. */
  public int sign() {
    return bits.nextLong() < 0 ? -1 : 1;
  }

  /** A number with mean 0 and variance 1. */
  public double gaussian() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double stretch = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * stretch;
    hasSpare = true;
    return x * stretch;
  }

  /** So many Gaussian numbers, independent of one another. */
  public double[] gaussians(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = gaussian();
    }
    return numbers;
  }
}
