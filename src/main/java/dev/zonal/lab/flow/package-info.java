/**
 * Solutions of ordinary differential equations: approximated in doubles, and enclosed to any
 * precision by their power series (docs/theory.md, section 24.1).
 */
package dev.zonal.lab.flow;
