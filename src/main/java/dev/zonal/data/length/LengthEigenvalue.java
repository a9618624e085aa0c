package dev.zonal.data.length;

import dev.zonal.arithmetic.Certification;
import dev.zonal.spectrum.CertifiedValue;

/**
 * An eigenvalue of the matrix of one frequency, which is one of the kernel on the sphere and the
 * lengths.
 *
 * @param frequency k
 * @param number from 1 for the smallest one
 */
public record LengthEigenvalue(long frequency, int number, Certification<CertifiedValue> value) {}
