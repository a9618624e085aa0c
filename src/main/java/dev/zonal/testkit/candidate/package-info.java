/**
 * Kernels that are not Zonal's: a program of somebody else, read at chosen points and compared with
 * what is certified of the kernel that it means to be. Needs no library beside Zonal's own; {@code
 * dev.zonal.testkit.KernelContract} has the same as jqwik properties.
 */
package dev.zonal.testkit.candidate;
