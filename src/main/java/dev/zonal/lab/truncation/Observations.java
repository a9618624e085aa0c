package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.hierarchy.Tensor;
import dev.zonal.lab.truncation.Observation.Quantity;
import dev.zonal.lab.truncation.Trajectory.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What the trajectories of a network and of its hierarchies show, always the same rows in the same
 * order.
 */
final class Observations<T> {
  private final Arithmetic<T> over;

  /** K_2 at time 0. */
  private final Tensor<T> start;

  private final boolean hasEntries;
  private final List<Observation<Certification<T>>> found = new ArrayList<>();

  /**
   * @param hasEntries whether f and K_2 themselves are shown, not their errors only
   */
  Observations(Arithmetic<T> over, Tensor<T> start, boolean hasEntries) {
    this.over = over;
    this.start = start;
    this.hasEntries = hasEntries;
  }

  /**
   * All of them.
   *
   * @param trajectories that of the network first
   */
  List<Observation<Certification<T>>> of(List<Trajectory<T>> trajectories) {
    Trajectory<T> network = trajectories.get(0);
    for (int t = 0; t < network.times().size(); t++) {
      Rational time = network.times().get(t);
      for (Trajectory<T> trajectory : trajectories) {
        OptionalInt order = trajectory.order();
        Certification<Snapshot<T>> there = trajectory.snapshots().get(t);
        Certification<Snapshot<T>> truth = network.snapshots().get(t);
        if (order.isEmpty()) {
          add(time, order, Quantity.DRIFT, there.flatMap(s -> norm(s.kernel(), start)));
        } else {
          add(time, order, Quantity.ERROR_F, distance(truth, there, Snapshot::values));
          add(time, order, Quantity.ERROR_K2, distance(truth, there, Snapshot::kernel));
        }
        if (hasEntries) {
          addEntries(time, order, there);
        }
      }
    }
    return found;
  }

  private void addEntries(Rational time, OptionalInt order, Certification<Snapshot<T>> snapshot) {
    int n = start.size();
    for (int i = 0; i < n; i++) {
      int a = i;
      Certification<T> value = snapshot.map(s -> s.values().at(a));
      found.add(new Observation<>(time, order, Quantity.F, Indices.of(i + 1), value));
    }
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        int a = i;
        int b = j;
        Certification<T> value = snapshot.map(s -> s.kernel().at(a, b));
        found.add(new Observation<>(time, order, Quantity.K2, Indices.of(i + 1, j + 1), value));
      }
    }
  }

  private void add(Rational time, OptionalInt order, Quantity quantity, Certification<T> value) {
    found.add(new Observation<>(time, order, quantity, Indices.of(), value));
  }

  private Certification<T> distance(
      Certification<Snapshot<T>> truth,
      Certification<Snapshot<T>> there,
      Function<Snapshot<T>, Tensor<T>> part) {
    return truth.flatMap(a -> there.flatMap(b -> norm(part.apply(b), part.apply(a))));
  }

  private Certification<T> norm(Tensor<T> a, Tensor<T> b) {
    Certification<T> norm = Certification.of(() -> a.distance(over, b));
    return norm.isCertified() ? norm : Certification.refused("it is not told from zero");
  }
}
