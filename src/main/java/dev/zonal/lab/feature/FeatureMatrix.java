package dev.zonal.lab.feature;

import dev.zonal.context.Context;
import dev.zonal.lab.sample.Replicates;
import java.util.List;

/**
 * The features of many points.
 *
 * @param rows of each point
 */
public record FeatureMatrix(List<double[]> rows) {
  /** So many points are taken in one step of the progress. */
  private static final int BATCH = 64;

  /** By one map. */
  public static FeatureMatrix of(FeatureMap map, List<double[]> points, Context context) {
    double[][] rows = new double[points.size()][];
    int batches = (points.size() + BATCH - 1) / BATCH;
    Replicates.of(
        batches,
        batch -> {
          int end = Math.min(rows.length, (batch + 1) * BATCH);
          for (int i = batch * BATCH; i < end; i++) {
            rows[i] = map.of(points.get(i));
          }
          return batch;
        },
        context);
    return new FeatureMatrix(List.of(rows));
  }

  /** What the features estimate the kernel between two of the points to be. */
  public double estimate(int i, int j) {
    return DoubleVector.dot(rows.get(i), rows.get(j));
  }
}
