/**
 * Eigenvalues at large frequencies from the expansions at both ends (docs/theory.md, section 7).
 */
package dev.zonal.spectrum.tail;
