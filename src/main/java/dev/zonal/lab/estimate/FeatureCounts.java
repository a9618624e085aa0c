package dev.zonal.lab.estimate;

/**
 * How many random vectors there are, of which dimension.
 *
 * @param dimension d of the points, at least 2
 * @param ramps m1, at least 1
 * @param steps m0, at least 1
 */
public record FeatureCounts(int dimension, int ramps, int steps) {}
