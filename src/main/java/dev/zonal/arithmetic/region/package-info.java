/**
 * Enclosures of complex regions, in doubles rounded outward: what bounds a kernel off the real line
 * (docs/theory.md, section 4).
 */
package dev.zonal.arithmetic.region;
