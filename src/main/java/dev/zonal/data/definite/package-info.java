/** Matrices of kernels that are singular by a theorem (docs/theory.md, section 19.3). */
package dev.zonal.data.definite;
