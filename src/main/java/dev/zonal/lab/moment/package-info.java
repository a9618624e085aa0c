/**
 * Means and covariances over the rows of Gaussian and of orthogonal weights, of ReLUs behind them
 * (docs/theory.md, sections 25.1 and 25.2).
 */
package dev.zonal.lab.moment;
