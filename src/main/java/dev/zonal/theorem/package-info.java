/** Statements about the eigenvalues at all frequencies at once. */
package dev.zonal.theorem;
