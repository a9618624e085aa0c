package dev.zonal.lab.estimate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.feature.FeatureMap;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.sample.SampleMean;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates of one kind between one point and several others, drawn many times. The others share
 * the features that are drawn: moments at one angle are independent, those at two are not.
 *
 * @param values of each angle, the estimates
 */
@SuppressWarnings("ArrayRecordComponent")
public record SampledMoments(double[][] values) {
  /** So many are drawn in one step of the progress. */
  private static final int BATCH = 256;

  /**
   * Draws them.
   *
   * @param cosines of the angles
   * @param count how often, at least 2
   */
  @SuppressWarnings("EnumOrdinal")
  public static SampledMoments of(
      Estimate estimate,
      FeatureCounts counts,
      List<Rational> cosines,
      int count,
      long seed,
      Context context) {
    double[] point = point(counts.dimension());
    List<double[]> others = cosines.stream().map(u -> other(point, u.doubleValue())).toList();
    double[][] values = new double[cosines.size()][count];
    int batches = (count + BATCH - 1) / BATCH;
    Replicates.of(
        batches,
        batch -> {
          int end = Math.min(count, (batch + 1) * BATCH);
          for (int i = batch * BATCH; i < end; i++) {
            FeatureMap map = estimate.draw(counts, RandomStream.of(seed, estimate.ordinal(), i));
            double[] features = map.of(point);
            for (int j = 0; j < values.length; j++) {
              values[j][i] = DoubleVector.dot(features, map.of(others.get(j)));
            }
          }
          return batch;
        },
        context);
    return new SampledMoments(values);
  }

  /** A unit vector with no coordinate 0. */
  private static double[] point(int dimension) {
    double[] x = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      x[i] = i + 1;
    }
    return DoubleVector.scaled(x, 1 / DoubleVector.norm(x));
  }

  /** A unit vector at that angle. */
  private static double[] other(double[] x, double u) {
    double[] normal = new double[x.length];
    normal[0] = x[1];
    normal[1] = -x[0];
    double sine = Math.sqrt((1 - u) * (1 + u)) / DoubleVector.norm(normal);
    double[] z = DoubleVector.scaled(x, u);
    for (int i = 0; i < z.length; i++) {
      z[i] += sine * normal[i];
    }
    return z;
  }

  /** The mean at an angle. */
  public SampleMean mean(int angle) {
    return SampleMean.of(values[angle]);
  }

  /**
   * The mean square of the distance from what is the mean, which is the variance without bias.
   *
   * @param mean the true one
   */
  public SampleMean variance(int angle, double mean) {
    return SampleMean.of(Arrays.stream(values[angle]).map(x -> (x - mean) * (x - mean)).toArray());
  }
}
