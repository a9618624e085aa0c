package dev.zonal.cli.plot;

import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.plot.QuotientFigure;
import dev.zonal.spectrum.Engine;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The quotients of the eigenvalues of two kernels. */
@Command(
    name = "quotient",
    description =
        "Quotients of the eigenvalues of two kernels against k, between the infimum and the supremum"
            + " that are proved for all k.",
    footer =
        "  zonal plot quotient resntk:L=3,alpha=1/2 laplace:c=1 --dimension 3 --output quotient.pdf",
    exitCodeList = {
      "0:drawn",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:the kernels are not proved to be equivalent, and nothing is drawn"
    })
final class PlotQuotientCommand implements Callable<Integer> {
  private static final int DIGITS = 12;

  private final Streams streams;
  private final Engine engine;

  @Parameters(index = "0", paramLabel = "SPEC1", description = "A kernel; see 'zonal kernels'.")
  private String first;

  @Parameters(index = "1", paramLabel = "SPEC2", description = "Another kernel.")
  private String second;

  @Mixin private SphereOption sphere;

  @Option(
      names = "--k",
      paramLabel = "LIST",
      defaultValue = "1..1000:log=40:parity=both",
      description = "Frequencies (default 1..1000:log=40:parity=both).")
  private String frequencies;

  @Mixin private FigureOutput output;

  @Mixin private TimeLimit limit;

  PlotQuotientCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    output.check();
    Kernel one = KernelSpecification.parse(first);
    Kernel two = KernelSpecification.parse(second);
    Outcome<Equivalence.Proof> outcome =
        Equivalence.prove(
            engine.spectrum(one, sphere.dimension()),
            engine.spectrum(two, sphere.dimension()),
            Context.current());
    Optional<Equivalence.Proof> proof = outcome.proof();
    if (proof.isEmpty()) {
      streams.tell(
          "the kernels are not proved to be equivalent; 'zonal prove equivalence' says why");
      return ExitCode.NOT_CERTIFIED;
    }
    List<Block<Key.Eigenvalue>> blocks =
        EigenvalueGrid.of(
                List.of(one, two),
                List.of(sphere.dimension()),
                PointList.frequencies(frequencies),
                DIGITS)
            .compute(engine::compute, Context.current());
    output.write(QuotientFigure.of(blocks.get(0), blocks.get(1), proof.get()), streams);
    return ExitCode.DONE;
  }
}
