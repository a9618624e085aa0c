package dev.zonal.arithmetic;

import java.util.function.IntFunction;

/**
 * Something that can be made with any number of bits and that serves every smaller number as well;
 * the longest one made so far is kept, and nothing is made before it is asked for. Safe for use by
 * several threads, which may at worst make the same thing twice.
 */
public final class Longest<T> {
  private record Made<T>(int bits, T value) {}

  private final IntFunction<T> maker;
  private volatile Made<T> longest;

  public Longest(IntFunction<T> maker) {
    this.maker = maker;
  }

  /** One of at least so many bits. */
  public T ofAtLeast(int bits) {
    Made<T> known = longest;
    if (known == null || known.bits < bits) {
      int more = bits + bits / 8 + 64;
      known = new Made<>(more, maker.apply(more));
      longest = known;
    }
    return known.value;
  }
}
