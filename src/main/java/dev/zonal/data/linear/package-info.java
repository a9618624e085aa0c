/**
 * Verified linear algebra: symmetric matrices in fixed point, whose eigenvalues are enclosed by
 * exact residuals of approximate factorisations (docs/theory.md, section 19).
 */
package dev.zonal.data.linear;
