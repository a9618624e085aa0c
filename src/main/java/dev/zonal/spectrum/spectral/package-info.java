/**
 * What follows from the eigenvalues that a kernel is given by: their expansion in those of powers
 * of the chord, and the values of the kernel on a sphere (docs/theory.md, section 15).
 */
package dev.zonal.spectrum.spectral;
