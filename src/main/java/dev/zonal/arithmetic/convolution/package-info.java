/**
 * Products of long integers, and of polynomials with integer coefficients: exact, and the quickest
 * for their length (docs/theory.md, section 10.3).
 */
package dev.zonal.arithmetic.convolution;
