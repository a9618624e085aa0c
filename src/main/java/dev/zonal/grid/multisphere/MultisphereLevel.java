package dev.zonal.grid.multisphere;

import dev.zonal.grid.CertifiedNumber;
import dev.zonal.spectrum.multisphere.ConvolutionalSpectrum.Zero;
import dev.zonal.spectrum.multisphere.PixelDegrees;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The products of harmonics of some degrees and of their cyclic shifts.
 *
 * @param eigenvalue that of each of them
 * @param zero why it is zero, if it is
 * @param flatten how many of them are independent
 * @param gap how many of these no shift of the pixels changes: the multiplicity under `gap`
 * @param share the part of the trace that they are, under `flatten`
 * @param beyond the part that all are which neither this row nor one before it lists; empty where
 *     one before it is not certified
 * @param ratio the eigenvalue over what the law of its parity says; empty where that is zero
 */
public record MultisphereLevel(
    PixelDegrees degrees,
    CertifiedNumber eigenvalue,
    Optional<Zero> zero,
    BigInteger flatten,
    BigInteger gap,
    CertifiedNumber share,
    Optional<CertifiedNumber> beyond,
    Optional<CertifiedNumber> ratio) {}
