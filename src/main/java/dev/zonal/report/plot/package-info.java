/** The figures that results become: which points, which curves beside them, in which axes. */
package dev.zonal.report.plot;
