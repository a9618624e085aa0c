/**
 * Numbers that others claim, eigenvalues and values of kernels, and whether they are right: files
 * of them, and enclosures narrowed until each is decided (docs/theory.md, Lemma 16.5).
 */
package dev.zonal.claim;
