/** The shape of residual tangent kernels as the depth grows (docs/theory.md, section 13.4). */
package dev.zonal.theorem.shape;
