/**
 * What residuals in doubles prove, with a bound of every rounding (docs/theory.md, section 19.5).
 */
package dev.zonal.data.linear.residual;
