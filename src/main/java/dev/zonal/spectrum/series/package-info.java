/**
 * Eigenvalues of kernels that are power series in u without negative coefficients: sums of
 * non-negative terms, in which nothing cancels (docs/theory.md, section 17).
 */
package dev.zonal.spectrum.series;
