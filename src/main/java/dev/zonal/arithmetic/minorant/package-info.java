/**
 * Lower bounds of the coefficients of power series that have no negative ones, which sums, products
 * and compositions preserve whatever is left out (docs/theory.md, Lemma 18.4).
 */
package dev.zonal.arithmetic.minorant;
