/**
 * What to compute, and what came of it: a grid describes keys, and each key has one number, the
 * same whatever it is computed beside.
 */
package dev.zonal.grid;
