/**
 * Proofs and refutations as data: the numbers of each in decimals, and what follows from them
 * (docs/certificates.md).
 */
package dev.zonal.theorem.certificate;
