package dev.zonal.cli.command;

import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.ColumnList;
import dev.zonal.cli.option.EigenvalueOptions;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.store.StoreOption;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.Column;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.grid.LevelGrid;
import dev.zonal.grid.Levels;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Format;
import dev.zonal.report.grid.GridReport;
import dev.zonal.report.grid.LevelReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.store.StoredEigenvalues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal spectrum}: certified eigenvalues. */
@Command(
    name = "spectrum",
    description =
        "Print the Funk-Hecke eigenvalues of a kernel on the unit sphere of R^D, every digit proved.",
    footer = {
      "  zonal spectrum resntk:L=3,alpha=1/2 --dimension 3 --k 0..20 --digits 50",
      "  zonal spectrum fcntk:L=3 --dimension 10 --k 0..20,100,1000 --format csv",
      "  zonal spectrum 'resntk:L=10,alpha=L^(-1/2)' --dimension 2 --k 1..1e6:log=7:parity=both",
      "  zonal spectrum fcntk:L=3 laplace:c=1 --dimension 3,5 --k 0..4",
      "",
      "Frequencies: numbers (7, 1e6) and ranges (0..20), separated by commas; a range may carry",
      "  :step=10     every tenth",
      "  :points=11   11 evenly spaced points, both ends included",
      "  :log=7       7 points in geometric progression, both ends included; :log alone doubles",
      "  :parity=both k + 1 besides each k (numbers too)",
      "The result is sorted, without duplicates.",
      "",
      "Side by side:",
      "  zonal spectrum 'fcntk:L=1..3' --dimension 3 --k 0..9 --digits 5 --wide kernel --format latex",
      "  zonal spectrum laplace:c=1 --dimension 3 --k 0..9 --columns k,scaled --wide parity",
      "",
      "Coefficients and columns, for f(u) = sum over k of eta_k N(D,k) P_k(u), P_k(1) = 1:",
      "  zonal spectrum chord:s=1 --dimension 4 --k 0..3 --coefficients schoenberg",
      "  zonal spectrum laplace:c=1 --dimension 3 --k 0..9 --columns k,multiplicity,share:4,beyond:4",
      "  zonal spectrum 'fcntk:L=1..5' --dimension 3 --k 1..9 --columns k,scaled,ratio --ratio-to laplace:c=1",
      "  eigenvalue    eta_k, for the measure of --normalization",
      "  scaled        K^D eta_k, K = k + (D-2)/2, which tends to a constant for many networks",
      "  ratio         eta_k over that of the kernel of --ratio-to",
      "  schoenberg    eta_k N(D,k), the coefficient of P_k",
      "  gegenbauer    that of the Gegenbauer polynomial C_k^((D-2)/2), D >= 3",
      "  multiplicity  N(D,k), the dimension of the spherical harmonics of degree k",
      "  share         the part of f(1) that level k is: eta_k N(D,k)/f(1)",
      "  cumulative    that of all levels up to k; --k is 0..K",
      "  beyond        that of all levels beyond k, proved; --k is 0..K"
    },
    exitCodeList = {
      "0:every eigenvalue was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some eigenvalues could not be certified; they are named on standard error"
    })
public final class SpectrumCommand implements Callable<Integer> {
  /** What may stand side by side. */
  public enum Wide {
    KERNEL,
    PARITY
  }

  /** What a shell may complete to. */
  static final class Wides extends Choice.Names {
    Wides() {
      super(Wide.values());
    }
  }

  private final Streams streams;
  private final LevelGrid.Source spectra;
  private final EigenvalueGrid.Source eigenvalues;

  @Mixin private EigenvalueOptions asked;

  @Mixin private ColumnList columns;

  @Mixin private StoreOption store;

  @Option(
      names = "--wide",
      paramLabel = "kernel|parity",
      completionCandidates = Wides.class,
      description =
          "A row for each k with the columns of all kernels side by side, or even and odd k of one"
              + " kernel side by side.")
  private Wide wide;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  public SpectrumCommand(Streams streams, Engine engine, EigenvalueGrid.Source eigenvalues) {
    this.streams = streams;
    this.spectra = engine::spectrum;
    this.eigenvalues = eigenvalues;
  }

  @Override
  public Integer call() {
    EigenvalueGrid grid = asked.grid();
    Optional<LevelGrid> chosen = columns.levels(grid);
    if (store.isGiven() && (wide != null || chosen.isPresent())) {
      throw new UsageException("--store keeps eigenvalues, and no other columns");
    }
    if (wide != null) {
      return levels(
          chosen.orElseGet(() -> new LevelGrid(grid, List.of(Column.K, Column.EIGENVALUE))));
    }
    if (chosen.isPresent()) {
      return levels(chosen.get());
    }
    try (Destination destination = store.openBeside(output, streams)) {
      List<Block<Key.Eigenvalue>> blocks =
          store.around(
              eigenvalues, StoredEigenvalues::new, source -> write(grid, source, destination));
      return nameGaps(streams, blocks);
    }
  }

  /** Computes and writes, row by row where rows are kept and the format allows it. */
  private List<Block<Key.Eigenvalue>> write(
      EigenvalueGrid grid, EigenvalueGrid.Source source, Destination destination) {
    if (store.isGiven() && output.format() == Format.CSV) {
      List<Block<Key.Eigenvalue>> blocks = new ArrayList<>();
      output.writeRows(
          GridReport.eigenvalueTable(grid.firsts()),
          destination,
          row -> blocks.addAll(grid.each(source, Context.current(), row)));
      return blocks;
    }
    List<Block<Key.Eigenvalue>> blocks = grid.compute(source, Context.current());
    output.write(GridReport.ofEigenvalues(blocks), destination);
    return blocks;
  }

  private int levels(LevelGrid grid) {
    if (grid.eigenvalues().normalization() == Normalization.SURFACE
        && grid.columns().stream().noneMatch(Column::isOfEigenvalue)) {
      throw new UsageException(
          "--normalization surface is about eigenvalues, and none is asked for: coefficients and"
              + " shares of the kernel do not depend on it");
    }
    grid.refusal()
        .ifPresent(
            why -> {
              throw new UsageException(why);
            });
    if (wide != null && output.format() == Format.JSON) {
      throw new UsageException("--wide is for tables, and a JSON document has its rows as objects");
    }
    boolean isOne =
        grid.eigenvalues().kernels().size() * grid.eigenvalues().dimensions().size() == 1;
    if (wide == Wide.PARITY && !isOne) {
      throw new UsageException("--wide parity is for one kernel in one dimension");
    }
    try (Destination destination = output.open(streams)) {
      List<Levels> levels = grid.compute(spectra, Context.current());
      output.write(report(levels, grid), destination);
      return nameGaps(
          streams,
          levels.stream().map(one -> new Block<>(one.first(), List.of(), one.gaps())).toList());
    }
  }

  private Document report(List<Levels> levels, LevelGrid grid) {
    if (wide == null) {
      return LevelReport.of(levels, grid);
    }
    return wide == Wide.KERNEL
        ? LevelReport.byKernel(levels, grid)
        : LevelReport.byParity(levels.get(0), grid);
  }

  /**
   * Names what is not certified.
   *
   * @return the exit code
   */
  public static int nameGaps(Streams streams, List<Block<Key.Eigenvalue>> blocks) {
    return Gaps.tell(
        streams,
        blocks,
        key -> key.kernel() + ", d = " + key.dimension(),
        "k",
        Key.Eigenvalue::k,
        "frequencies");
  }
}
