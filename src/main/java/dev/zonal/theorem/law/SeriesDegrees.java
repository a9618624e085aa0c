package dev.zonal.theorem.law;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The degrees of the even and of the odd part of a power series in u whose coefficients are not
 * negative: the largest n of the parity with b_n &gt; 0. Nothing cancels, so that they are exact
 * for sums, products and compositions (docs/theory.md, Lemma 17.4b).
 *
 * @param even {@link #NONE} if that part is zero, {@link #INFINITE} if it is no polynomial
 * @param odd likewise
 */
public record SeriesDegrees(long even, long odd) {
  /** The degree of 0. */
  public static final long NONE = -1;

  /** The degree of a part that is no polynomial. */
  public static final long INFINITE = Long.MAX_VALUE;

  private static final SeriesDegrees ZERO = new SeriesDegrees(NONE, NONE);

  /** Those of a kernel; empty if it is not known to be such a series. */
  public static Optional<SeriesDegrees> of(Kernel kernel) {
    return kernel.series(new Algebra());
  }

  /**
   * Whether all eigenvalues of a parity are positive on every sphere on which the kernel is one, by
   * a theorem: infinitely many coefficients of the parity are (docs/theory.md, Theorem 17.4a), or
   * the kernel is given by positive eigenvalues.
   */
  public static boolean makePositive(Kernel kernel, Parity parity) {
    return kernel.hasPositiveEigenvalues(parity == Parity.ODD)
        || of(kernel).filter(degrees -> degrees.of(parity) == INFINITE).isPresent();
  }

  /** The degree of one part. */
  public long of(Parity parity) {
    return parity == Parity.ODD ? odd : even;
  }

  /** The first k of a parity from which on its eigenvalues are zero in every dimension, if any. */
  public OptionalLong zerosFrom(Parity parity) {
    long degree = of(parity);
    return degree == INFINITE
        ? OptionalLong.empty()
        : OptionalLong.of(parity.firstFrom(degree + 1));
  }

  /** The same for both parities. */
  public SortedMap<Parity, Long> vanishing() {
    SortedMap<Parity, Long> vanishing = new TreeMap<>();
    for (Parity parity : Parity.values()) {
      zerosFrom(parity).ifPresent(k -> vanishing.put(parity, k));
    }
    return vanishing;
  }

  private long top() {
    return Math.max(even, odd);
  }

  private static long plus(long first, long second) {
    if (first == NONE || second == NONE) {
      return NONE;
    }
    return first == INFINITE || second == INFINITE ? INFINITE : Math.addExact(first, second);
  }

  private static long times(long outer, long inner) {
    if (outer == NONE || outer == 0 || inner == 0) {
      return Math.min(outer, 0);
    }
    return outer == INFINITE || inner == INFINITE ? INFINITE : Math.multiplyExact(outer, inner);
  }

  /** Of a power, n at least 1, of a series with both parts. */
  private SeriesDegrees power(long n) {
    if (n == 1) {
      return this;
    }
    if (n == INFINITE || top() == INFINITE) {
      return new SeriesDegrees(INFINITE, INFINITE);
    }
    boolean isOddLarger = odd > even;
    long all = times(n, top());
    long allButOne = times(n - 1, top()) + Math.min(even, odd);
    boolean allIsOdd = isOddLarger && n % 2 == 1;
    return allIsOdd ? new SeriesDegrees(allButOne, all) : new SeriesDegrees(all, allButOne);
  }

  /** Over which kernels are composed. */
  static final class Algebra implements SeriesAlgebra<SeriesDegrees> {
    @Override
    public SeriesDegrees zero() {
      return ZERO;
    }

    @Override
    public SeriesDegrees power(int n) {
      return n % 2 == 0 ? new SeriesDegrees(n, NONE) : new SeriesDegrees(NONE, n);
    }

    @Override
    public SeriesDegrees infinite(boolean odd) {
      return odd ? new SeriesDegrees(NONE, INFINITE) : new SeriesDegrees(INFINITE, NONE);
    }

    @Override
    public SeriesDegrees sum(SeriesDegrees a, SeriesDegrees b) {
      return new SeriesDegrees(Math.max(a.even, b.even), Math.max(a.odd, b.odd));
    }

    @Override
    public SeriesDegrees product(SeriesDegrees a, SeriesDegrees b) {
      return new SeriesDegrees(
          Math.max(plus(a.even, b.even), plus(a.odd, b.odd)),
          Math.max(plus(a.even, b.odd), plus(a.odd, b.even)));
    }

    @Override
    public SeriesDegrees composition(SeriesDegrees outer, SeriesDegrees inner) {
      if (inner.equals(ZERO)) {
        throw new IllegalArgumentException("the value of a series at 0 is not told by its degrees");
      }
      if (inner.even == NONE) {
        return new SeriesDegrees(times(outer.even, inner.odd), times(outer.odd, inner.odd));
      }
      if (inner.odd == NONE) {
        return new SeriesDegrees(times(outer.top(), inner.even), NONE);
      }
      return outer.top() < 1 ? new SeriesDegrees(outer.even, NONE) : inner.power(outer.top());
    }

    @Override
    public SeriesDegrees derivative(SeriesDegrees series) {
      return new SeriesDegrees(lower(series.odd), series.even == 0 ? NONE : lower(series.even));
    }

    private static long lower(long degree) {
      return degree == NONE || degree == INFINITE ? degree : degree - 1;
    }
  }
}
