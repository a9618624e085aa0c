/**
 * Geometric laws C rho^k k^s of the eigenvalues of kernels that are analytic at both ends
 * (docs/theory.md, section 17.1).
 */
package dev.zonal.theorem.geometric;
