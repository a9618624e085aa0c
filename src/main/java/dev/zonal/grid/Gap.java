package dev.zonal.grid;

import dev.zonal.spectrum.SpectrumResult.Cause;

/**
 * A key whose number could not be certified.
 *
 * @param reason why, in one line
 */
public record Gap<K extends Key>(K key, Cause cause, String reason) {}
