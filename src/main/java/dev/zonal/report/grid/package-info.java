/**
 * What a grid of keys came to: eigenvalues, levels, values and power series of kernels, as tables.
 */
package dev.zonal.report.grid;
