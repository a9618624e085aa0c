/** Eigenvalues by certified Gauss-Legendre quadrature (docs/theory.md, section 8). */
package dev.zonal.spectrum.quadrature;
