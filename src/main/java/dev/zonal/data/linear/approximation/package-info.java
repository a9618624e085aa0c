/**
 * Approximate eigenvalues and eigenvectors of symmetric matrices, of which nothing is proved here:
 * whoever uses them proves what they say by residuals (docs/theory.md, section 19.1).
 */
package dev.zonal.data.linear.approximation;
