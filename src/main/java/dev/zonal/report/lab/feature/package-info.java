/** What the laboratory found of random features, as documents. */
package dev.zonal.report.lab.feature;
