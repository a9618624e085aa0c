/** Results as arrays of NumPy: numbers without their proof, for programs that compute with them. */
package dev.zonal.report.array;
