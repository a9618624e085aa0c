/**
 * Statements about all kernels whose parameters lie in a box, on spheres of several dimensions: the
 * box is cut into leaves, and each leaf is one proof (docs/theory.md, section 28.2).
 */
package dev.zonal.theorem.box;
