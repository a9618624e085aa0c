/**
 * Kernels of sequences of any length: those of recurrent networks, and what a single step weighs in
 * them (docs/theory.md, section 20).
 */
package dev.zonal.data.sequence;
