package dev.zonal.lab.ridge;

import dev.zonal.context.Context;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.feature.FeatureMap;
import dev.zonal.lab.feature.FeatureMatrix;
import dev.zonal.lab.sample.Replicates;
import java.util.List;

/**
 * (F^T F + lambda I) w = F^T y and f = w.F(.), in doubles, F the features of the points, of which
 * only some are kept at a time: the memory is that of M^2 numbers.
 *
 * @param lambda positive
 */
public record FeatureRidge(FeatureMap map, double lambda) {
  private static final int BLOCK = 512;

  /** Rows of the matrix to one step of the progress. */
  private static final int BAND = 64;

  /** Learns and predicts. */
  public Regression of(Problem problem, Context context) {
    long start = System.nanoTime();
    int size = map.dimension();
    double[][] gram = new double[size][size];
    double[] right = new double[size];
    int count = problem.points().size();
    for (int from = 0; from < count; from += BLOCK) {
      int to = Math.min(count, from + BLOCK);
      List<double[]> rows =
          FeatureMatrix.of(map, problem.points().subList(from, to), context.silent()).rows();
      add(gram, rows, context.silent());
      for (int p = from; p < to; p++) {
        double[] features = rows.get(p - from);
        for (int i = 0; i < size; i++) {
          right[i] += features[i] * problem.values()[p];
        }
      }
      context.report(to, count);
    }
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        gram[i][j] = gram[j][i];
      }
    }
    double[] weights = PositiveSystem.solve(gram, lambda, right);
    double seconds = (System.nanoTime() - start) * 1e-9;
    double[] predictions =
        problem.tests().stream().mapToDouble(x -> DoubleVector.dot(map.of(x), weights)).toArray();
    return new Regression(predictions, seconds);
  }

  /** The lower half of the matrix grows by these rows, in order, whatever the threads. */
  private static void add(double[][] gram, List<double[]> rows, Context context) {
    int bands = (gram.length + BAND - 1) / BAND;
    Replicates.of(
        bands,
        band -> {
          int end = Math.min(gram.length, (band + 1) * BAND);
          for (double[] row : rows) {
            for (int i = band * BAND; i < end; i++) {
              double factor = row[i];
              if (factor != 0) {
                double[] sum = gram[i];
                for (int j = 0; j <= i; j++) {
                  sum[j] += factor * row[j];
                }
              }
            }
          }
          return band;
        },
        context);
  }
}
