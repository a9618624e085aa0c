/**
 * The laws of networks of finite width: mean and variance of their kernels for Gaussian and for
 * orthogonal weights, certified (docs/theory.md, section 25).
 */
package dev.zonal.lab.width;
