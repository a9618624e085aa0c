/**
 * Exact numbers and parameters, and {@link dev.zonal.arithmetic.Arithmetic}, the interface that
 * lets one formula run over balls, discs, series, decimals, expressions. Nothing here knows what a
 * kernel is.
 */
package dev.zonal.arithmetic;
