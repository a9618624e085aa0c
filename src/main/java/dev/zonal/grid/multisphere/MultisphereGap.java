package dev.zonal.grid.multisphere;

import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.spectrum.multisphere.PixelDegrees;

/**
 * Degrees whose eigenvalue could not be certified.
 *
 * @param reason why, in one line
 */
public record MultisphereGap(PixelDegrees degrees, Cause cause, String reason) {}
