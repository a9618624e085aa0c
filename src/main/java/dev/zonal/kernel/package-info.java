/**
 * What a zonal kernel is: a function of the angle between two points, written once over an {@link
 * dev.zonal.arithmetic.Arithmetic}; what it is made of, and the ranges of its parameters. Nothing
 * here knows the dimension of the sphere (docs/theory.md, section 5).
 */
package dev.zonal.kernel;
