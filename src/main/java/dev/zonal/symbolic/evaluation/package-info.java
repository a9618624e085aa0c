/**
 * Expressions as balls: what Symja and our own derivations say is evaluated, integrated and
 * compared with a proved error, and refused or marked where that fails.
 */
package dev.zonal.symbolic.evaluation;
