/**
 * A kernel as a formula, and its expansions in powers of the chords at both ends and of the cosine,
 * exact.
 */
package dev.zonal.symbolic.expansion;
