/**
 * Reads a certificate and believes nothing. For every theorem of docs/theory.md that a certificate
 * appeals to, each hypothesis is a line here that can say no ({@link
 * dev.zonal.verifier.document.Hypothesis}). Arithmetic, kernels and certified regions are shared
 * with the prover; what turns them into tails, signs, laws, extrema and conclusions is written a
 * second time. docs/certificates.md prints the few classes beyond those that are trusted.
 */
package dev.zonal.verifier;
