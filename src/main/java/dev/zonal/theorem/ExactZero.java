package dev.zonal.theorem;

import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import java.util.OptionalLong;

/** Why an eigenvalue is exactly zero, in words. */
final class ExactZero {
  private ExactZero() {}

  /** A clause that follows "is zero", or nothing. */
  static String reason(Spectrum spectrum, long k) {
    if (spectrum.kernel().structure() instanceof Structure.Polynomial) {
      return ", for the kernel is a polynomial";
    }
    Parity parity = Parity.of(k);
    OptionalLong from = spectrum.zerosFrom(parity);
    return from.isPresent() && from.getAsLong() <= k
        ? (", as at every %s k from %s on: one layer without bias"
                + " (docs/theory.md, Proposition 9.7)")
            .formatted(parity, from.getAsLong())
        : "";
  }
}
