/**
 * What {@code zonal derive} derives, sealed against the request as it is written: the laws of decay
 * with their constants and terms, for every depth too, and what the other packages find.
 */
package dev.zonal.symbolic.derivation;
