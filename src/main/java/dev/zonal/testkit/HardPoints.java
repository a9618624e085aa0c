package dev.zonal.testkit;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Cosines at which implementations of kernels go wrong, each a double: next to 1 and to -1, on
 * either side of powers of two, besides decimals, simple fractions and doubles of no particular
 * kind. What fails shrinks to a fraction with a small denominator, or to a point 1 - n/2^m with
 * small n and m.
 */
public final class HardPoints {
  /** The bits of a double. */
  private static final int BITS = 53;

  private static final int MOST = 16;

  private HardPoints() {}

  /** One cosine in [-1, 1]. */
  public static Arbitrary<Double> cosine() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, simple()),
        Tuple.of(2, decimal()),
        Tuple.of(3, nextToAnEnd()),
        Tuple.of(1, ends()),
        Tuple.of(4, anywhere()));
  }

  /** One to sixteen of them. */
  public static Arbitrary<List<Double>> cosines() {
    return cosine().list().ofMinSize(1).ofMaxSize(MOST);
  }

  /** Fractions n/2^m of few bits. */
  private static Arbitrary<Double> simple() {
    return Combinators.combine(Arbitraries.integers().between(0, 6), fraction())
        .as((m, share) -> Math.rint(share * (1 << m)) / (1 << m));
  }

  private static Arbitrary<Double> decimal() {
    return Arbitraries.integers().between(-1000, 1000).map(n -> n / 1000.0);
  }

  private static Arbitrary<Double> ends() {
    return Arbitraries.of(1.0, -1.0, 0.0, Double.MIN_VALUE, -Double.MIN_VALUE);
  }

  /** 1 - n/2^m and its negative, n from 1 to 7: representable, down to the last bit. */
  private static Arbitrary<Double> nextToAnEnd() {
    return Combinators.combine(
            Arbitraries.integers().between(3, BITS),
            Arbitraries.integers().between(1, 7),
            Arbitraries.of(1, -1))
        .as((m, n, sign) -> sign * (1 - Math.scalb((double) n, -m)));
  }

  /** All doubles of [-1, 1], as many in each of a thousand parts. */
  private static Arbitrary<Double> anywhere() {
    return Combinators.combine(
            Arbitraries.integers().between(-500, 499),
            Arbitraries.longs().between(0, (1L << 43) - 1))
        .as(
            (part, bits) ->
                Math.max(-1, Math.min(1, (part + Math.scalb((double) bits, -43)) / 500)));
  }

  private static Arbitrary<Double> fraction() {
    return Arbitraries.integers().between(-64, 64).map(n -> n / 64.0);
  }
}
