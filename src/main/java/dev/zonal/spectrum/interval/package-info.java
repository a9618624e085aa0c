/**
 * Eigenvalues of all kernels whose parameter lies in an interval, each as a function of the
 * parameter (docs/theory.md, section 28).
 */
package dev.zonal.spectrum.interval;
