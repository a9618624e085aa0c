/**
 * Statements about the eigenvalues at all frequencies at once, each proved, refuted or left
 * undecided with the evidence for it (docs/theory.md, section 13).
 */
package dev.zonal.theorem;
