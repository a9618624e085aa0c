/** Kernels as expressions, and expressions as balls: a formula is checked where it is made. */
package dev.zonal.symbolic.kernel;
