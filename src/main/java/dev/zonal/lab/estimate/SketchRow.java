package dev.zonal.lab.estimate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.sketch.TensorMethod;
import dev.zonal.lab.sketch.TensorSketch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Mean or variance of the estimate that a sketch makes of an inner product of tensors, exactly, and
 * that of a sample.
 *
 * @param sample empty where nothing was drawn
 */
public record SketchRow(
    TensorMethod method, Statistic statistic, Rational value, Optional<SampleMean> sample) {
  /** So many are drawn in one step of the progress. */
  private static final int BATCH = 1024;

  /**
   * Two tensors.
   *
   * @param left the first factors a and a'
   * @param right the second factors b and b'
   */
  public record Tensors(List<List<Rational>> left, List<List<Rational>> right) {
    private SketchVariance exactly() {
      return new SketchVariance(
          SketchVariance.Pair.of(left.get(0), left.get(1)),
          SketchVariance.Pair.of(right.get(0), right.get(1)));
    }

    private double estimate(TensorSketch sketch) {
      return DoubleVector.dot(
          sketch.of(doubles(left.get(0)), doubles(right.get(0))),
          sketch.of(doubles(left.get(1)), doubles(right.get(1))));
    }

    private static double[] doubles(List<Rational> vector) {
      return vector.stream().mapToDouble(Rational::doubleValue).toArray();
    }
  }

  /**
   * Both sketches, mean and variance.
   *
   * @param size of the sketches, at least 1
   * @param count how often each is drawn: 0, or 2 and more
   */
  public static List<SketchRow> of(
      Tensors tensors, int size, int count, long seed, Context context) {
    SketchVariance exactly = tensors.exactly();
    List<SketchRow> rows = new ArrayList<>();
    for (TensorMethod method : List.of(TensorMethod.SRHT, TensorMethod.COUNT)) {
      Rational variance =
          method == TensorMethod.SRHT ? exactly.tensorHadamard(size) : exactly.countSketch(size);
      double[] drawn = draw(tensors, method, size, count, seed, context);
      double mean = exactly.mean().doubleValue();
      double[] squares = Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).toArray();
      rows.add(new SketchRow(method, Statistic.MEAN, exactly.mean(), sampled(drawn)));
      rows.add(new SketchRow(method, Statistic.VARIANCE, variance, sampled(squares)));
    }
    return rows;
  }

  private static Optional<SampleMean> sampled(double[] numbers) {
    return numbers.length == 0 ? Optional.empty() : Optional.of(SampleMean.of(numbers));
  }

  @SuppressWarnings("EnumOrdinal")
  private static double[] draw(
      Tensors tensors, TensorMethod method, int size, int count, long seed, Context context) {
    double[] drawn = new double[count];
    int left = tensors.left.get(0).size();
    int right = tensors.right.get(0).size();
    Replicates.of(
        (count + BATCH - 1) / BATCH,
        batch -> {
          int end = Math.min(count, (batch + 1) * BATCH);
          for (int i = batch * BATCH; i < end; i++) {
            RandomStream stream = RandomStream.of(seed, method.ordinal(), i);
            drawn[i] = tensors.estimate(method.draw(left, right, size, stream));
          }
          return batch;
        },
        context);
    return drawn;
  }

  /** How many standard errors the sample is above the value. */
  public Optional<Double> z() {
    return sample.map(mean -> mean.z(value.doubleValue()));
  }

  /** The smallest relative defect of the value that the sample would have shown. */
  public Optional<Double> smallestDefect() {
    return sample
        .filter(mean -> value.signum() != 0)
        .map(mean -> mean.smallestDefect(value.doubleValue()));
  }
}
