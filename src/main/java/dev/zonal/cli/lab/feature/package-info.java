/** The commands under {@code zonal lab features}: random features of tangent kernels. */
package dev.zonal.cli.lab.feature;
