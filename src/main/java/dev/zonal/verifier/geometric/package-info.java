/**
 * Claims of geometric laws, checked: docs/theory.md, section 17.1, written a second time and
 * without the classes of the prover.
 */
package dev.zonal.verifier.geometric;
