/**
 * The Symja side: closed forms of kernels, their chord expansions, Gegenbauer coefficients and
 * decay constants as expressions, each one checked against certified balls before it is returned.
 * Only this package knows Symja, and nothing numeric loads it.
 */
package dev.zonal.symbolic;
