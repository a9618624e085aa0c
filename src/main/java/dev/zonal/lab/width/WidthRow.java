package dev.zonal.lab.width;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.spectrum.CertifiedValue;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A law in decimals, for one kernel, initialisation, width and pair of inputs.
 *
 * @param place what it is about
 * @param isExact whether bias and variance are those of this width, not their limits
 * @param limit of the kernel
 * @param bias n times the mean less the limit
 * @param variance n times the variance
 */
public record WidthRow(
    Place place,
    boolean isExact,
    CertifiedValue limit,
    Optional<CertifiedValue> bias,
    Optional<CertifiedValue> variance) {
  /**
   * What a row is about.
   *
   * @param kind which kernel
   * @param hidden the law of the weights
   * @param width n; empty for the limit
   * @param u the cosine between the inputs
   */
  public record Place(KernelKind kind, Initialisation hidden, OptionalInt width, Rational u) {}
}
