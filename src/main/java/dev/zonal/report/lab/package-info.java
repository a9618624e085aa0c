/** What the laboratory found, as documents. */
package dev.zonal.report.lab;
