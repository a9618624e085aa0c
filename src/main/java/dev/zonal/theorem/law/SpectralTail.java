package dev.zonal.theorem.law;

import dev.zonal.spectrum.tail.OddExpansion;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a frequency from which on the uniform tail of a spectrum is good enough for a purpose. */
public final class SpectralTail {
  private final OddExpansion expansion;
  private final int dimension;
  private final Parity parity;

  public SpectralTail(OddExpansion expansion, int dimension, Parity parity) {
    this.expansion = expansion;
    this.dimension = dimension;
    this.parity = parity;
  }

  /**
   * The uniform tail that is good enough from about the least frequency, or empty if there is none
   * from a frequency below 2^15.
   */
  public Optional<UniformTail> first(Predicate<UniformTail> goodEnough) {
    return FirstFrequency.search(k -> from(k).filter(goodEnough));
  }

  Optional<UniformTail> from(long k) {
    return UniformTail.of(expansion, dimension, parity, k);
  }
}
