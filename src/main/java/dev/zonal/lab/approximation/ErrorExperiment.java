package dev.zonal.lab.approximation;

import dev.zonal.context.Context;
import dev.zonal.lab.estimate.PlanVariance;
import dev.zonal.lab.feature.Directions;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.feature.FeatureMap;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.sample.SampleMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Features beside the kernel on points that are drawn uniformly on the sphere.
 *
 * @param points the points
 * @param kernel their matrix
 * @param regularised with each lambda
 */
@SuppressWarnings("ArrayRecordComponent")
public record ErrorExperiment(
    List<double[]> points, double[][] kernel, List<RegularisedMatrix> regularised) {
  /** The stream of the points; those of features have the paths (size, repetition). */
  private static final int POINTS = -1;

  /**
   * What is found about features with one lambda.
   *
   * @param features how many there are
   * @param error eps of K + lambda I
   * @param frobenius the squares of the Frobenius norm of the error as a part of that of K
   * @param predicted the mean of these, where it is known
   */
  public record Row(
      FeaturePlan plan,
      int features,
      double lambda,
      SampleMean error,
      SampleMean frobenius,
      Optional<Double> predicted) {}

  /** What one draw gave. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Draw(int features, double[] errors, double frobenius) {}

  /**
   * The experiment on points of a seed.
   *
   * @param depth of the kernel
   */
  public static ErrorExperiment of(
      int depth, int dimension, int count, List<Double> lambdas, long seed, Context context) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(Directions.direction(dimension, RandomStream.of(seed, POINTS, i)));
    }
    double[][] kernel = new LimitKernel(depth).matrix(points, points, context);
    List<RegularisedMatrix> regularised =
        lambdas.stream().map(lambda -> RegularisedMatrix.of(kernel, lambda)).toList();
    return new ErrorExperiment(points, kernel, regularised);
  }

  /**
   * The rows of one plan, one for each lambda.
   *
   * @param repeats how often features are drawn, at least 2
   */
  @SuppressWarnings("EnumOrdinal")
  public List<Row> of(FeaturePlan plan, int repeats, long seed, Context context) {
    int dimension = points.get(0).length;
    FeaturePlan.Law law = plan.of(dimension);
    int method = plan.method().ordinal();
    List<Draw> draws =
        Replicates.of(
            repeats, i -> draw(law.draw(RandomStream.of(seed, method, plan.size(), i))), context);
    SampleMean frobenius = SampleMean.of(draws, Draw::frobenius);
    Optional<Double> predicted = predicted(new PlanVariance(plan, dimension));
    List<Row> rows = new ArrayList<>();
    for (int l = 0; l < regularised.size(); l++) {
      int index = l;
      rows.add(
          new Row(
              plan,
              draws.get(0).features,
              regularised.get(l).lambda(),
              SampleMean.of(draws, draw -> draw.errors[index]),
              frobenius,
              predicted));
    }
    return rows;
  }

  private Draw draw(FeatureMap map) {
    List<double[]> features = points.stream().map(map::of).toList();
    int n = points.size();
    double[][] error = new double[n][n];
    double squares = 0;
    double whole = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        error[i][j] =
            j < i ? error[j][i] : DoubleVector.dot(features.get(i), features.get(j)) - kernel[i][j];
        squares += error[i][j] * error[i][j];
        whole += kernel[i][j] * kernel[i][j];
      }
    }
    double[] errors =
        regularised.stream().mapToDouble(matrix -> matrix.relativeNorm(error)).toArray();
    return new Draw(map.dimension(), errors, squares / whole);
  }

  private Optional<Double> predicted(PlanVariance variance) {
    if (!variance.isKnown()) {
      return Optional.empty();
    }
    double sum = 0;
    double whole = 0;
    for (int i = 0; i < points.size(); i++) {
      for (int j = 0; j < points.size(); j++) {
        sum += between(variance, points.get(i), points.get(j));
        whole += kernel[i][j] * kernel[i][j];
      }
    }
    return Optional.of(sum / whole);
  }

  private static double between(PlanVariance variance, double[] x, double[] z) {
    double u = LimitKernel.cosine(DoubleVector.dot(x, z));
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      squares += x[i] * x[i] * z[i] * z[i];
    }
    return variance.of(u, LimitKernel.kappa0(u), LimitKernel.kappa1(u), squares);
  }
}
