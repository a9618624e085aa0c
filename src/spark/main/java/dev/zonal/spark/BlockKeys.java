package dev.zonal.spark;

import dev.zonal.cli.option.EigenvalueOptions;
import dev.zonal.cli.point.PointList;
import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of one block, in words that travel: what an executor computes at once, and computes
 * again, to the same bytes, where another one was lost.
 *
 * @param kernel its specification
 * @param frequencies the list of --k, which is shorter than its numbers
 * @param method to force, or null
 */
record BlockKeys(
    String kernel,
    int dimension,
    String frequencies,
    int digits,
    Method method,
    Normalization normalization,
    Scale scale)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** One for each executor: what was found out about a kernel serves all of its blocks there. */
  private static final Engine ENGINE = new Engine();

  /** The blocks of what was asked for, in their order. */
  static List<BlockKeys> of(EigenvalueOptions asked) {
    EigenvalueGrid grid = asked.grid();
    List<BlockKeys> blocks = new ArrayList<>();
    grid.kernels()
        .forEach(
            kernel ->
                grid.dimensions()
                    .forEach(
                        dimension ->
                            blocks.add(
                                new BlockKeys(
                                    kernel.toString(),
                                    dimension,
                                    asked.frequencies(),
                                    grid.digits(),
                                    grid.method().orElse(null),
                                    grid.normalization(),
                                    grid.scale()))));
    return List.copyOf(blocks);
  }

  private EigenvalueGrid grid() {
    return new EigenvalueGrid(
        List.of(KernelSpecification.parse(kernel)),
        List.of(dimension),
        PointList.frequencies(frequencies),
        digits,
        Optional.ofNullable(method),
        normalization,
        scale);
  }

  /** The first key. */
  Key.Eigenvalue first() {
    EigenvalueGrid grid = grid();
    return key(grid.frequencies().first());
  }

  /** One key. */
  Key.Eigenvalue key(long k) {
    return new Key.Eigenvalue(
        KernelSpecification.parse(kernel), dimension, k, digits, normalization, scale);
  }

  Block<Key.Eigenvalue> compute() {
    return grid().compute(ENGINE::compute, Context.unlimited()).get(0);
  }
}
