/**
 * Statements about all kernels of a network at once, whatever its depth and its weights: by rules
 * for the signs of coefficients, and by induction over the layers (docs/theory.md, section 27).
 */
package dev.zonal.theorem.family;
