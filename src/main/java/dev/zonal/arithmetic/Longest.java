package dev.zonal.arithmetic;

import java.util.function.IntFunction;

/**
 * Something that can be made of any length, in bits or in terms, and that serves every shorter one
 * as well; the longest one made so far is kept, and nothing is made before it is asked for. Safe
 * for use by several threads, which may at worst make the same thing twice.
 */
public final class Longest<T> {
  private record Made<T>(int length, T value) {}

  private final IntFunction<T> maker;
  private volatile Made<T> longest;

  public Longest(IntFunction<T> maker) {
    this.maker = maker;
  }

  /** One of at least this length. */
  public T ofAtLeast(int length) {
    Made<T> known = longest;
    if (known == null || known.length < length) {
      int more = length + length / 8 + 64;
      known = new Made<>(more, maker.apply(more));
      longest = known;
    }
    return known.value;
  }
}
