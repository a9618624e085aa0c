/**
 * What is known exactly of random features: means, variances and biases, certified, and beside them
 * those of a sample (docs/theory.md, section 26).
 */
package dev.zonal.lab.estimate;
