/**
 * What is exact, or certified, of networks of finite width: the mean and the variance of their
 * kernels for Gaussian and for orthogonal weights (docs/theory.md, section 25).
 */
package dev.zonal.lab.width;
