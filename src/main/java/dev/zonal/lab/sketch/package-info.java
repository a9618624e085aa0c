/**
 * Sketches of tensor products and tensor powers: random linear maps by which their inner products
 * are estimated without bias (docs/theory.md, Propositions 26.4, 26.5 and 26.7).
 */
package dev.zonal.lab.sketch;
