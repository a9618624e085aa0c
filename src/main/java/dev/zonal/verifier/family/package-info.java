/**
 * Checks what is claimed of all kernels of a family: that the lines of a proof are the kernels, and
 * that each follows from those before (docs/theory.md, section 27).
 */
package dev.zonal.verifier.family;
