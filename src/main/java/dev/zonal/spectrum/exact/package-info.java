/** Eigenvalues in closed form and as convergent series (docs/theory.md, section 9). */
package dev.zonal.spectrum.exact;
