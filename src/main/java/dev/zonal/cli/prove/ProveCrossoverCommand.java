package dev.zonal.cli.prove;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.proof.CrossoverReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Crossover;
import dev.zonal.theorem.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zonal prove crossover}. */
@Command(
    name = "crossover",
    description =
        "Prove that the eigenvalues of one kernel are below those of another at every frequency"
            + " beyond some k*, with the least k*, and compare what lies beyond each frequency.",
    footer = {
      "  zonal prove crossover resntk:train=all,sw2=1,L=5,alpha=1/10 fcntk:L=5 --dimension 3",
      "  zonal prove crossover resntk:train=all,L=2,alpha=1/2 resntk:train=all,L=2,alpha=1"
          + " --dimension 2"
    })
final class ProveCrossoverCommand implements Callable<Integer> {
  private final Streams streams;
  private final Engine engine;

  @Mixin private SphereOption sphere;

  @Parameters(index = "0", paramLabel = "SPEC1", description = "A kernel; see 'zonal kernels'.")
  private String first;

  @Parameters(
      index = "1",
      paramLabel = "SPEC2",
      description = "Another kernel, whose eigenvalues are the larger ones.")
  private String second;

  @Mixin private OutputOptions.OfProof output;

  @Mixin private TimeLimit limit;

  ProveCrossoverCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Spectrum one = spectrum(first);
    Spectrum two = spectrum(second);
    try (Destination destination = output.open(streams)) {
      Outcome<Crossover.Proof> outcome = Crossover.prove(one, two, Context.current());
      output.write(CrossoverReport.of(one, two, outcome), destination);
      return switch (outcome.verdict()) {
        case PROVEN -> ExitCode.DONE;
        case REFUTED -> ExitCode.REFUTED;
        case UNDECIDED -> ExitCode.NOT_CERTIFIED;
      };
    }
  }

  private Spectrum spectrum(String specification) {
    return engine.spectrum(KernelSpecification.parse(specification), sphere.dimension());
  }
}
