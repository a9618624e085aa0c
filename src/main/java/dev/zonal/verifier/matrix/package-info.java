/**
 * The smallest eigenvalue of the matrix of a kernel between points, with entries that are enclosed
 * anew and a factorisation of its own (docs/theory.md, section 19.1).
 */
package dev.zonal.verifier.matrix;
