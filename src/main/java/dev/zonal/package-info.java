/**
 * The front door of the library: a kernel ({@link dev.zonal.ZonalKernel}), its spectrum on a sphere
 * ({@link dev.zonal.SphereSpectrum}) and what is proved of it ({@link dev.zonal.Proof}). Every
 * number is certified: its digits are proved, and it comes with an enclosure. docs/library.md leads
 * through it.
 *
 * <p>What these classes return and take belongs to the packages that docs/architecture.md names as
 * public, and versions follow semantic versioning for all of them.
 */
package dev.zonal;
