/**
 * Functions of balls: {@link dev.zonal.arithmetic.function.BallArithmetic}, Gamma, and quotients of
 * Gammas (docs/theory.md, section 3).
 */
package dev.zonal.arithmetic.function;
