/**
 * Random features of tangent kernels: maps of points to vectors whose inner products estimate a
 * kernel (docs/theory.md, section 26).
 */
package dev.zonal.lab.feature;
