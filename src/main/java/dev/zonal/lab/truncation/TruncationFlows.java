package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.flow.VectorField;
import dev.zonal.lab.hierarchy.GradientFlow;
import dev.zonal.lab.hierarchy.HierarchyKernels;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.hierarchy.Tensor;
import dev.zonal.lab.hierarchy.TruncatedHierarchy;
import dev.zonal.lab.truncation.Trajectory.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The gradient flow of a network and the hierarchies cut off that start where it starts.
 *
 * @param orders p at which they are cut off, each at least 2
 * @param times increasing, not negative
 */
public record TruncationFlows(NetworkInstance network, List<Integer> orders, List<Rational> times) {
  public TruncationFlows {
    orders = List.copyOf(orders);
    times = List.copyOf(times);
  }

  /** That of the network first, then one for each order; on all cores. */
  public <T> List<Trajectory<T>> trajectories(Arithmetic<T> over, FlowSolver<T> solver) {
    SystemsProgress progress =
        new SystemsProgress(Context.current(), orders.size() + 1, times.size());
    Function<Integer, Trajectory<T>> solve =
        Context.current()
            .carry(
                i -> {
                  OptionalInt order =
                      i == 0 ? OptionalInt.empty() : OptionalInt.of(orders.get(i - 1));
                  return trajectory(over, progress.hearing(i, solver), order);
                });
    return IntStream.rangeClosed(0, orders.size()).parallel().mapToObj(solve::apply).toList();
  }

  private <T> Trajectory<T> trajectory(
      Arithmetic<T> over, FlowSolver<T> solver, OptionalInt order) {
    if (order.isEmpty()) {
      return trajectory(
          order,
          solver,
          new GradientFlow(network.network(), network.data()),
          network.parameters(over),
          state -> snapshot(network.kernels(over, state)));
    }
    int p = order.getAsInt();
    TruncatedHierarchy hierarchy =
        new TruncatedHierarchy(network.data().size(), p, network.data().targets());
    HierarchyKernels<T> kernels = network.kernels(over);
    List<Tensor<T>> start =
        Context.current()
            .silent()
            .call(() -> IntStream.rangeClosed(1, p).mapToObj(kernels::ofOrder).toList());
    return trajectory(
        order,
        solver,
        hierarchy,
        TruncatedHierarchy.state(start),
        state -> new Snapshot<>(hierarchy.kernel(state, 1), hierarchy.kernel(state, 2)));
  }

  private static <T> Snapshot<T> snapshot(HierarchyKernels<T> kernels) {
    return new Snapshot<>(kernels.ofOrder(1), kernels.ofOrder(2));
  }

  private <T> Trajectory<T> trajectory(
      OptionalInt order,
      FlowSolver<T> solver,
      VectorField field,
      List<T> start,
      Function<List<T>, Snapshot<T>> seen) {
    List<Certification<Snapshot<T>>> snapshots = new ArrayList<>();
    Certification<List<T>> state = Certification.certified(start);
    Rational now = Rational.ZERO;
    for (Rational time : times) {
      Rational step = time.subtract(now);
      state = state.flatMap(from -> after(solver, field, from, step));
      snapshots.add(state.map(seen));
      now = time;
    }
    return new Trajectory<>(order, times, snapshots);
  }

  private static <T> Certification<List<T>> after(
      FlowSolver<T> solver, VectorField field, List<T> from, Rational step) {
    return step.isZero()
        ? Certification.certified(from)
        : Certification.of(() -> solver.solve(field, from, step));
  }
}
