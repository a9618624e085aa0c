package dev.zonal.spectrum.secondopinion;

import org.apfloat.Apfloat;

/**
 * An eigenvalue of the second opinion, which proves nothing.
 *
 * @param value the estimate
 * @param noise the size of the rounding errors expected in it
 */
public record ApfloatEstimate(Apfloat value, Apfloat noise) {
  /** The significant digits that are expected to be right. */
  public long accurateDigits() {
    if (value.signum() == 0) {
      return 0;
    }
    return noise.signum() == 0 ? Long.MAX_VALUE : Math.max(0, value.scale() - noise.scale());
  }
}
