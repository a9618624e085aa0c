/**
 * The nearest singularity of a network whose kernel is a power series in u: where the sine of one
 * of its layers reaches 1, what the kernel is there, and how large it is around it (docs/theory.md,
 * section 17.2).
 */
package dev.zonal.kernel.singularity;
