package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.hierarchy.Tensor;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.truncation.Trajectory.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The error of the hierarchy against the width: a network replicated to several widths, in doubles.
 *
 * @param network of one hidden layer
 * @param roots of the numbers of copies, increasing
 */
public record ScalingExperiment(
    NetworkInstance network, List<Integer> roots, List<Integer> orders, List<Rational> times) {
  /**
   * One width, time and order.
   *
   * @param width m
   * @param order p
   * @param errors refused where a solution grows beyond bounds
   * @param slope of the error of K_2 against m, on logarithmic scales, from the width before; empty
   *     for the first width, and where an error is zero
   */
  public record Row(
      long width, Rational time, int order, Certification<Errors> errors, OptionalDouble slope) {}

  /**
   * How far the hierarchy is off.
   *
   * @param values the Euclidean norm of f - f~
   * @param kernel the largest entry of K_2 - K~_2
   * @param drift the largest entry of K_2(t) - K_2(0), of the network
   */
  public record Errors(double values, double kernel, double drift) {}

  /** By width, then time, then order. */
  public List<Row> rows(Context context) {
    List<ReplicatedNetwork> networks =
        roots.stream().map(root -> ReplicatedNetwork.of(network, root)).toList();
    List<List<Trajectory<Double>>> all =
        Replicates.of(networks.size(), i -> trajectories(networks.get(i)), context);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      for (int t = 0; t < times.size(); t++) {
        for (int p = 0; p < orders.size(); p++) {
          Certification<Errors> errors = errors(networks.get(i), all.get(i), t, p);
          Optional<Row> before =
              i == 0
                  ? Optional.empty()
                  : Optional.of(rows.get(rows.size() - times.size() * orders.size()));
          long width = networks.get(i).width();
          rows.add(
              new Row(width, times.get(t), orders.get(p), errors, slope(before, width, errors)));
        }
      }
    }
    return rows;
  }

  private List<Trajectory<Double>> trajectories(ReplicatedNetwork replicated) {
    return new TruncationFlows(replicated.asTrained(), orders, times)
        .trajectories(new DoubleArithmetic(), new DoubleFlow());
  }

  private Certification<Errors> errors(
      ReplicatedNetwork replicated, List<Trajectory<Double>> trajectories, int t, int p) {
    Tensor<Double> start = replicated.pairs().kernels(new DoubleArithmetic()).ofOrder(2);
    Certification<Snapshot<Double>> truth = trajectories.get(0).snapshots().get(t);
    Certification<Snapshot<Double>> cut = trajectories.get(p + 1).snapshots().get(t);
    return truth.flatMap(
        a ->
            cut.map(
                b ->
                    new Errors(
                        replicated.root() * a.values().distance(new DoubleArithmetic(), b.values()),
                        largest(a.kernel(), b.kernel()),
                        largest(a.kernel(), start))));
  }

  private static double largest(Tensor<Double> a, Tensor<Double> b) {
    return IntStream.range(0, a.entries().size())
        .mapToDouble(i -> Math.abs(a.entries().get(i) - b.entries().get(i)))
        .max()
        .orElseThrow();
  }

  private static OptionalDouble slope(
      Optional<Row> before, long width, Certification<Errors> errors) {
    Optional<Double> earlier = before.flatMap(row -> row.errors().value()).map(Errors::kernel);
    Optional<Double> now = errors.value().map(Errors::kernel);
    boolean isKnown = earlier.isPresent() && now.isPresent() && earlier.get() * now.get() > 0;
    return isKnown
        ? OptionalDouble.of(
            StrictMath.log(now.get() / earlier.get())
                / StrictMath.log((double) width / before.get().width()))
        : OptionalDouble.empty();
  }
}
