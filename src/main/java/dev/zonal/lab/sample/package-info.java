/**
 * Experiments that are repeated with random numbers: streams of them that depend on a seed and on
 * nothing else, repetitions on all cores, and what their means say.
 */
package dev.zonal.lab.sample;
