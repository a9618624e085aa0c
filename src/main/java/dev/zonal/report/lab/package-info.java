/** The results of the laboratory as documents. */
package dev.zonal.report.lab;
