/**
 * Spectra on a cluster of Apache Spark: the blocks of a grid, which are pure functions of their
 * keys, are spread over executors, and come out as they do on one machine (docs/cluster.md).
 */
package dev.zonal.spark;
