/**
 * Elementary functions of exact points with a proved error, in fixed-point numbers (docs/theory.md,
 * section 3).
 */
package dev.zonal.arithmetic.elementary;
