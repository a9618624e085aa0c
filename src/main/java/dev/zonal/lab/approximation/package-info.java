/**
 * How near matrices of features come to the matrix of the kernel: spectral errors, effective
 * dimensions, spectra of features, and regression by either (docs/theory.md, section 26).
 */
package dev.zonal.lab.approximation;
