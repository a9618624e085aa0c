/**
 * Symja behind a narrow door: expressions, equations, derivations. Only the packages from here on
 * know Symja, and nothing numeric loads it.
 */
package dev.zonal.symbolic;
