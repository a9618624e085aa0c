/**
 * What {@code zonal derive} derives: recursions, expansions, constants, eigenvalues, sealed against
 * the request as it is written.
 */
package dev.zonal.symbolic.derivation;
