/**
 * The kernel of a recurrent network on the sphere and a set of lengths of sequences: one small
 * matrix for each degree of spherical harmonics, and its eigenvalues (docs/theory.md, section
 * 22.3).
 */
package dev.zonal.data.length;
