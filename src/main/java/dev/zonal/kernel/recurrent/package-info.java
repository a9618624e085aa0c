/**
 * Kernels of recurrent networks between sequences that are multiples of one point of the sphere
 * each: zonal kernels whose input enters anew at every step (docs/theory.md, section 22).
 */
package dev.zonal.kernel.recurrent;
