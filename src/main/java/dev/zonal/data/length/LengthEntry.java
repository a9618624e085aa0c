package dev.zonal.data.length;

import dev.zonal.arithmetic.Certification;
import dev.zonal.spectrum.CertifiedValue;

/**
 * An entry of the matrix of one frequency.
 *
 * @param frequency k
 * @param first the steps of one sequence
 * @param second those of the other
 * @param value the eigenvalue of the kernel between them
 */
public record LengthEntry(
    long frequency, int first, int second, Certification<CertifiedValue> value) {}
