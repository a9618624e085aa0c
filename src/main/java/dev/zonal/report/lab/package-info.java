/** Results of the laboratory: what is certified, and beside it what was measured. */
package dev.zonal.report.lab;
