/**
 * Figures as data, a window of axes with curves and bands in it, and what draws them: pgfplots for
 * LaTeX, one chart for SVG, PDF and PNG.
 */
package dev.zonal.report.figure;
