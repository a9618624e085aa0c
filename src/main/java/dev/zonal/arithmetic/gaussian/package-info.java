/**
 * Gaussian means of functions that are holomorphic in a strip about the real line, and their
 * Hermite coefficients, by the trapezoidal rule with a proved error (docs/theory.md, section 18).
 */
package dev.zonal.arithmetic.gaussian;
