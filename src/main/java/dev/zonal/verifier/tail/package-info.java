/**
 * What follows from an expansion of eigenvalues in those of powers of the chord: their sign, their
 * law, their quotients by those of another kernel; and the expansions of single families of kernels
 * (docs/theory.md, sections 12 and 15).
 */
package dev.zonal.verifier.tail;
