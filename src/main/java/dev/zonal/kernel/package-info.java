/**
 * The catalogue of zonal kernels, each written once over an {@link
 * dev.zonal.arithmetic.Arithmetic}, the charts in which they are evaluated, and their textual
 * specification. Nothing here knows the dimension of the sphere.
 */
package dev.zonal.kernel;
