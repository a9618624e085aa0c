/**
 * Power series over any arithmetic, and fast products of series of balls (docs/theory.md, section
 * 4).
 */
package dev.zonal.arithmetic.series;
