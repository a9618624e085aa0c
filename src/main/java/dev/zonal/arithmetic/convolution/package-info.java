/**
 * Products of long integers, and of polynomials with integer coefficients: exact, and the quickest
 * for their length (docs/theory.md, section 10.3); numbers as digits so short that their products
 * add up in a long.
 */
package dev.zonal.arithmetic.convolution;
