/**
 * Polynomials with which constants and expansions are computed exactly, where Symja would simplify.
 */
package dev.zonal.symbolic.ring;
