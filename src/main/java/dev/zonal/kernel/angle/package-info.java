/**
 * The angle between two points of the sphere, as far as a kernel needs to know it, in the charts in
 * which it may be given (docs/theory.md, sections 5.2 and 5.8).
 */
package dev.zonal.kernel.angle;
