package dev.zonal.lab.width;

import java.util.Optional;

/**
 * What is known of the mean and the variance of a kernel of a network of n neurons a layer: exactly
 * for one n, or to first order for all.
 *
 * @param limit of the kernel for large n
 * @param bias n times the mean less the limit; without a width its limit. Empty if it is not known
 * @param variance n times the variance; without a width its limit. Empty if it is not known
 */
public record WidthLaw(LawNumber limit, Optional<LawNumber> bias, Optional<LawNumber> variance) {
  /** Whether anything is known beside the limit. */
  public boolean saysMore() {
    return bias.isPresent() || variance.isPresent();
  }
}
