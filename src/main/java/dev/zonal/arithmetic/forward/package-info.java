/**
 * Values with a derivative, over any arithmetic: forward differentiation (docs/theory.md, 20.6).
 */
package dev.zonal.arithmetic.forward;
