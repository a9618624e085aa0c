/**
 * Gegenbauer coefficients in closed form, for symbolic frequency and dimension (docs/theory.md,
 * section 9; docs/symbolic.md).
 */
package dev.zonal.symbolic.eigenvalue;
