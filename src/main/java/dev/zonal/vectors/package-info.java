/**
 * Reference vectors: certified values, eigenvalues and matrices of kernels as files that tests in
 * any language read (docs/vectors/README.md). A number is written as a decimal of proved digits, as
 * the nearest double in decimal and in hexadecimal, and with the distance between the two.
 */
package dev.zonal.vectors;
