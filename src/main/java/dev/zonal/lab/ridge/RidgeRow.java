package dev.zonal.lab.ridge;

import dev.zonal.lab.feature.FeatureMethod;
import java.util.Optional;

/**
 * A regression of a problem.
 *
 * @param points to learn from
 * @param method of features; empty for the kernel itself
 * @param features how many; 0 for the kernel itself
 * @param seconds that learning took
 */
public record RidgeRow(
    int points,
    Optional<FeatureMethod> method,
    int features,
    double seconds,
    Problem.Score score) {}
