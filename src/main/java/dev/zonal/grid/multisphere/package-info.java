/**
 * Eigenvalues on products of spheres, each with what it weighs: rows that are pure functions of the
 * degrees (docs/theory.md, Section 21.2).
 */
package dev.zonal.grid.multisphere;
