package dev.zonal.data.gram;

import dev.zonal.arithmetic.Certification;
import dev.zonal.spectrum.CertifiedValue;

/**
 * An entry of a Gram matrix in or above its diagonal.
 *
 * @param row i, from 1
 * @param column j, at least i
 */
public record GramEntry(int row, int column, Certification<CertifiedValue> value) {}
