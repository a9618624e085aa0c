package dev.zonal.lab.ridge;

import dev.zonal.lab.feature.Directions;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.SampleMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points with values to learn from, and points with values to be tested on.
 *
 * @param points those to learn from, at least one
 * @param values at these
 * @param tests further points
 * @param answers at these, at least 2
 */
@SuppressWarnings("ArrayRecordComponent")
public record Problem(
    List<double[]> points, double[] values, List<double[]> tests, double[] answers) {
  /** The standard deviation of the noise as a part of that of the values. */
  private static final double NOISE = 0.1;

  private static final int TARGET = 0;
  private static final int POINTS = 1;
  private static final int TESTS = 2;
  private static final int ERRORS = 3;

  /**
   * Points drawn uniformly on the sphere, the values with a noise of a tenth of their deviation,
   * the answers without. The first points of a larger problem are those of a smaller one.
   */
  public static Problem of(Target target, int dimension, int count, int tests, long seed) {
    Target.Function function = target.draw(dimension, RandomStream.of(seed, TARGET));
    List<double[]> further = points(dimension, tests, seed, TESTS);
    double[] answers = further.stream().mapToDouble(function::at).toArray();
    double noise = NOISE * SampleMean.of(answers).deviation();
    List<double[]> points = points(dimension, count, seed, POINTS);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = function.at(points.get(i)) + noise * RandomStream.of(seed, ERRORS, i).gaussian();
    }
    return new Problem(points, values, further, answers);
  }

  private static List<double[]> points(int dimension, int count, long seed, int path) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(Directions.direction(dimension, RandomStream.of(seed, path, i)));
    }
    return points;
  }

  /** The problem of the first points only. */
  public Problem first(int count) {
    return new Problem(points.subList(0, count), Arrays.copyOf(values, count), tests, answers);
  }

  /**
   * How good predictions are.
   *
   * @param relative the root mean square error as a part of the standard deviation of the answers
   * @param standardError of that, as the points of the test are drawn
   */
  public record Score(double relative, double standardError) {}

  /** Of predictions at the points of the test. */
  public Score score(double[] predictions) {
    double[] squares = new double[answers.length];
    for (int i = 0; i < answers.length; i++) {
      double error = predictions[i] - answers[i];
      squares[i] = error * error;
    }
    SampleMean mean = SampleMean.of(squares);
    double root = Math.sqrt(mean.mean());
    double scale = SampleMean.of(answers).deviation();
    return new Score(root / scale, root == 0 ? 0 : mean.standardError() / (2 * root) / scale);
  }
}
