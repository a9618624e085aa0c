/**
 * Laws held against eigenvalues that were evaluated without them, which could refute them
 * (docs/theory.md, sections 12 and 17.1, say what the laws are).
 */
package dev.zonal.theorem.confirmation;
