package dev.zonal.lab.ridge;

/**
 * What a regression gave.
 *
 * @param predictions at the points of the test
 * @param seconds that learning took, without the test
 */
@SuppressWarnings("ArrayRecordComponent")
public record Regression(double[] predictions, double seconds) {}
