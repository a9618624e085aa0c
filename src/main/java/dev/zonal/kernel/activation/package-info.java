/**
 * The activations of networks by their duals, what they make of two Gaussian numbers: one small
 * class each, over any arithmetic (docs/theory.md, section 5.8).
 */
package dev.zonal.kernel.activation;
