/**
 * Eigenvalues of convolutional kernels of one layer on products of spheres: images each of whose
 * pixels lies on a sphere (docs/theory.md, Section 21.2).
 */
package dev.zonal.spectrum.multisphere;
