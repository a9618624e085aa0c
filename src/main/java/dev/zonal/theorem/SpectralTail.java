package dev.zonal.theorem;

import dev.zonal.spectrum.OddExpansion;
import dev.zonal.spectrum.Parity;
import dev.zonal.spectrum.UniformTail;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a frequency from which on the uniform tail of a spectrum is good enough for a purpose. */
final class SpectralTail {
  private static final long SMALLEST = 4;
  private static final long LARGEST = 1L << 14;

  private final OddExpansion expansion;
  private final int dimension;
  private final Parity parity;

  SpectralTail(OddExpansion expansion, int dimension, Parity parity) {
    this.expansion = expansion;
    this.dimension = dimension;
    this.parity = parity;
  }

  /**
   * The uniform tail that is good enough from about the least frequency, or empty if there is none
   * from a frequency below 2^14.
   */
  Optional<UniformTail> first(Predicate<UniformTail> goodEnough) {
    long high = SMALLEST;
    Optional<UniformTail> found = from(high).filter(goodEnough);
    while (found.isEmpty()) {
      if (high >= LARGEST) {
        return Optional.empty();
      }
      high *= 2;
      found = from(high).filter(goodEnough);
    }
    long low = high / 2;
    while (high - low > Math.max(2, high / 16)) {
      long middle = low + (high - low) / 2;
      Optional<UniformTail> tail = from(middle).filter(goodEnough);
      if (tail.isPresent()) {
        high = middle;
        found = tail;
      } else {
        low = middle;
      }
    }
    return found;
  }

  Optional<UniformTail> from(long k) {
    return UniformTail.of(expansion, dimension, parity, k);
  }
}
