/** Eigenvalues: exact forms, tail expansion, certified quadrature, and the engine that chooses. */
package dev.zonal.spectrum;
