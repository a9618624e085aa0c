/**
 * Where kernels are holomorphic, and how large they are there: certified discs, ellipses and
 * rectangles, and the expansions at both ends of the sphere (docs/theory.md, section 6).
 */
package dev.zonal.kernel.region;
