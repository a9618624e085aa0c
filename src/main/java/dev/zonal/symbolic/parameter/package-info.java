/**
 * Formulas as functions of one of their parameters: derivatives, and power series with symbolic
 * coefficients (docs/symbolic.md, section 7).
 */
package dev.zonal.symbolic.parameter;
