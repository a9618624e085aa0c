/**
 * Numbers with a proved error: a midpoint and a radius of any precision (docs/theory.md, section
 * 2).
 */
package dev.zonal.arithmetic.ball;
