/**
 * The shape of residual tangent kernels as the depth grows, beside fully connected ones, and
 * interpolation at equispaced points of the circle (docs/theory.md, sections 13.4 and 23).
 */
package dev.zonal.theorem.shape;
