/**
 * Statements about a kernel on the spheres of all dimensions at once, by the signs of its
 * coefficients as a power series in u (docs/theory.md, Theorem 17.4a).
 */
package dev.zonal.theorem.dimension;
