/**
 * The eigenvalues of a kernel on a sphere: the engine, which chooses between a closed form, the
 * tail expansion and quadrature, and rounds what it has proved.
 */
package dev.zonal.spectrum;
