/**
 * The spectrum a second time, in Apfloat and without balls: what {@code zonal confirm} compares
 * with.
 */
package dev.zonal.spectrum.secondopinion;
