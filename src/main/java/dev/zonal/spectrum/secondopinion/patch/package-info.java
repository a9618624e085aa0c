/**
 * Eigenvalues on products of spheres a second time, in Apfloat and without balls: what {@code zonal
 * multisphere --confirm} compares with.
 */
package dev.zonal.spectrum.secondopinion.patch;
