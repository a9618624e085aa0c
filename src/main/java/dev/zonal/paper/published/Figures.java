package dev.zonal.paper.published;

import dev.zonal.grid.Block;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.kernel.Kernel;
import dev.zonal.paper.Bench;
import dev.zonal.report.figure.Figure;
import dev.zonal.report.plot.DecayFigure;
import dev.zonal.report.plot.QuotientFigure;
import dev.zonal.report.plot.ShapeFigure;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.DecayLaw;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Figures of kernels and spectra, from certified numbers. */
final class Figures {
  private static final int DIGITS = 12;
  private static final long LAST = 1000;
  private static final double STEP = 1.2;

  private Figures() {}

  /** K^d eta_k with what is proved of it. */
  static Figure scaled(Bench bench, String name, int dimension) {
    Asymptotics law = Asymptotics.of(bench.spectrum(name, dimension));
    Block<Key.Eigenvalue> block = blocks(bench, dimension, bench.kernel(name)).get(0);
    return DecayFigure.of(
        DecayFigure.Quantity.SCALED,
        List.of(new DecayFigure.Spectrum(block, DecayLaw.certified(law))));
  }

  /** The quotients of the eigenvalues of two kernels, if these are equivalent. */
  static Optional<Figure> quotient(Bench bench, String one, String other, int dimension) {
    List<Block<Key.Eigenvalue>> blocks =
        blocks(bench, dimension, bench.kernel(one), bench.kernel(other));
    return Spaces.outcome(bench, one, other, dimension)
        .proof()
        .map(proof -> QuotientFigure.of(blocks.get(0), blocks.get(1), proof));
  }

  /** Kernels against the angle. */
  static Figure shapes(Bench bench, String... names) {
    return bench
        .context()
        .silent()
        .call(() -> ShapeFigure.of(Stream.of(names).map(bench::kernel).toList(), Scale.UNIT));
  }

  private static List<Block<Key.Eigenvalue>> blocks(Bench bench, int dimension, Kernel... kernels) {
    return EigenvalueGrid.of(List.of(kernels), List.of(dimension), frequencies(), DIGITS)
        .compute(bench.engine()::compute, bench.context().silent());
  }

  /** Both parities, about evenly on a logarithmic axis. */
  private static SortedSet<Long> frequencies() {
    SortedSet<Long> frequencies = new TreeSet<>();
    for (double k = 1; k < LAST; k *= STEP) {
      frequencies.add((long) k);
      frequencies.add((long) k + 1);
    }
    return frequencies;
  }
}
