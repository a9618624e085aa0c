/**
 * Random features of tangent kernels: maps of points to vectors whose inner products estimate a
 * kernel, and sketches of tensor products that keep them short (docs/theory.md, section 26).
 */
package dev.zonal.lab.feature;
