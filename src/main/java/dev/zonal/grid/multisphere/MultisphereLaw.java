package dev.zonal.grid.multisphere;

import dev.zonal.grid.CertifiedNumber;

/**
 * The law lambda ~ constant |K|^-exponent of the eigenvalues of what the filter sees at one place.
 */
public record MultisphereLaw(int exponent, CertifiedNumber constant) {}
