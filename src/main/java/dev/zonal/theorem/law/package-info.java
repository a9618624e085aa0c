/**
 * The law k^-E of the eigenvalues with its constant and a proved remainder (docs/theory.md, section
 * 12).
 */
package dev.zonal.theorem.law;
