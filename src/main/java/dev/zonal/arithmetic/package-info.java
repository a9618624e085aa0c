/**
 * Numbers and nothing else: balls, complex discs, power series, and the interface that lets one
 * formula run over each of them. Nothing here knows what a kernel is.
 */
package dev.zonal.arithmetic;
