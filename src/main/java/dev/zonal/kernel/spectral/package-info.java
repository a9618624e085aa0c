/**
 * Kernels that are given by their eigenvalues on every sphere: Sobolev, heat, Poisson and intrinsic
 * Matern kernels, and finite lists (docs/theory.md, section 15).
 */
package dev.zonal.kernel.spectral;
