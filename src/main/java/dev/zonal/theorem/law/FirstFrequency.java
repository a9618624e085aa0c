package dev.zonal.theorem.law;

import dev.zonal.context.Context;
import java.util.Optional;
import java.util.function.LongFunction;

/** Finds about the least frequency from which on something is proved, by doubling and halving. */
public final class FirstFrequency {
  private static final long SMALLEST = 4;

  /** All eigenvalues below are enclosed in a proof, some 30,000 of them in minutes. */
  private static final long LARGEST = 1L << 15;

  private FirstFrequency() {}

  /**
   * What is proved from about the least frequency, or empty if nothing is from any tried, up to
   * 2^15.
   *
   * @param from what is proved from a frequency on; if anything is, then something is from a larger
   *     one
   */
  public static <T> Optional<T> search(LongFunction<Optional<T>> from) {
    long high = SMALLEST;
    Optional<T> found = from.apply(high);
    while (found.isEmpty()) {
      Context.checkpoint();
      if (high >= LARGEST) {
        return Optional.empty();
      }
      high *= 2;
      found = from.apply(high);
    }
    long low = high / 2;
    while (high - low > Math.max(2, high / 16)) {
      long middle = low + (high - low) / 2;
      Optional<T> earlier = from.apply(middle);
      if (earlier.isPresent()) {
        high = middle;
        found = earlier;
      } else {
        low = middle;
      }
    }
    return found;
  }
}
