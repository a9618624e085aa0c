/**
 * What it costs to cut the tangent hierarchy off: kernels of a given network in balls, the gradient
 * flow beside the hierarchy in doubles or enclosed (docs/theory.md, section 24.3), its error at
 * small times and in wide networks.
 */
package dev.zonal.lab.truncation;
