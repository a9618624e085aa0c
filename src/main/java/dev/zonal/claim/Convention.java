package dev.zonal.claim;

import dev.zonal.grid.Column;
import dev.zonal.spectrum.SpectrumRequest.Normalization;

/**
 * How the numbers of a spectrum are normalised (docs/theory.md, Lemma 16.1; docs/conventions.md
 * says which paper has which).
 */
public enum Convention {
  /** Eigenvalues of the integral operator with the probability measure. */
  PROBABILITY(Column.EIGENVALUE),
  /** Eigenvalues of that with the surface measure. */
  SURFACE(Column.EIGENVALUE),
  /** Coefficients of P_k, P_k(1) = 1. */
  SCHOENBERG(Column.SCHOENBERG),
  /** Coefficients of the Gegenbauer polynomials C_k^((d-2)/2), d at least 3. */
  GEGENBAUER(Column.GEGENBAUER);

  private final Column column;

  Convention(Column column) {
    this.column = column;
  }

  /** What of a level is claimed. */
  Column column() {
    return column;
  }

  /** The measure of the integral operator. */
  Normalization measure() {
    return this == SURFACE ? Normalization.SURFACE : Normalization.PROBABILITY;
  }
}
