package dev.zonal.cli.plot;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.cli.option.KernelList;
import dev.zonal.cli.option.SphereList;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.report.plot.ImbalanceFigure;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal plot imbalance}. */
@Command(
    name = "imbalance",
    description =
        "Odd eigenvalues over the geometric mean of their even neighbours against k, and dashed "
            + "the certified limit: how far the parities are apart.",
    footer =
        "  zonal plot imbalance 'resntk:L=50,alpha={1/50,1/10,1}' --dimension 2 --output parity.pdf")
final class PlotImbalanceCommand implements Callable<Integer> {
  private static final int DIGITS = 12;
  private static final int BITS = 64;

  private final Streams streams;
  private final Engine engine;

  @Mixin private KernelList kernels;

  @Mixin private SphereList spheres;

  @Option(
      names = "--k",
      paramLabel = "LIST",
      defaultValue = "1..1000:log=40:parity=both",
      description =
          "Frequencies; the odd ones among them are shown, and their neighbours are computed"
              + " (default 1..1000:log=40:parity=both).")
  private String frequencies;

  @Mixin private FigureOutput output;

  @Mixin private TimeLimit limit;

  PlotImbalanceCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    output.check();
    EigenvalueGrid grid =
        EigenvalueGrid.of(
            kernels.kernels(),
            spheres.dimensions(),
            withNeighbours(PointList.frequencies(frequencies)),
            DIGITS);
    List<ImbalanceFigure.Spectrum> spectra =
        grid.compute(engine::compute, Context.current()).stream()
            .map(block -> new ImbalanceFigure.Spectrum(block, limit(block)))
            .toList();
    output.write(ImbalanceFigure.of(spectra), streams);
    return ExitCode.DONE;
  }

  private static SortedSet<Long> withNeighbours(SortedSet<Long> asked) {
    SortedSet<Long> all = new TreeSet<>();
    for (long k : asked) {
      if (k % 2 == 1) {
        all.addAll(List.of(k - 1, k, k + 1));
      }
    }
    // Even ones alone leave nothing to see, which the output says.
    return all.isEmpty() ? asked : all;
  }

  /** The quotient of the constants, if both parities have one and the same exponent. */
  private OptionalDouble limit(Block<Key.Eigenvalue> block) {
    Asymptotics law =
        Asymptotics.of(engine.spectrum(block.first().kernel(), block.first().dimension()));
    boolean isOne =
        law.decayExponent(Parity.EVEN).isPresent()
            && law.decayExponent(Parity.EVEN).equals(law.decayExponent(Parity.ODD));
    Optional<Ball> even = law.constant(Parity.EVEN, BITS);
    Optional<Ball> odd = law.constant(Parity.ODD, BITS);
    return isOne && even.isPresent() && odd.isPresent()
        ? OptionalDouble.of(odd.get().toDouble() / even.get().toDouble())
        : OptionalDouble.empty();
  }
}
