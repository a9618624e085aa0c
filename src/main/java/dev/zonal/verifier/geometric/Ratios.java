package dev.zonal.verifier.geometric;

/**
 * The coefficients of f, each over that of (1 - u/u_*)^-mu, along a parity from k0 on
 * (docs/theory.md, Theorems 17.8 and 17.9).
 */
interface Ratios {
  /** Whether what is bounded at k0 only decreases from there on. */
  boolean decrease();

  /** Near their limit, if they {@link #decrease}. */
  Slope limiting();
}
