package dev.zonal.cli.prove;

import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.report.proof.ConstantsReport;
import dev.zonal.theorem.shape.FamilyConstants;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zonal prove constants}. */
@Command(
    name = "constants",
    description =
        "Prove that k^d eta_k has a positive limit along even and along odd k for all kernels of a"
            + " network of ReLUs, whatever its depth and weights, with the best bounds of both.",
    footer = {
      "  zonal prove constants resntk:tau=0 --dimension 3",
      "  zonal prove constants resntk:L=2..10,train=all,tau=0 --dimension 3",
      "  zonal prove constants fcntk:L=3 --dimension 2",
      "",
      "SPEC names a family, as for 'zonal prove positivity --all-parameters': resntk without biases"
          + " or fcntk with trained ones, of two layers at least."
    })
final class ProveConstantsCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private KernelParameter kernel;

  @Mixin private SphereOption sphere;

  @Mixin private OutputOptions.OfProof output;

  @Mixin private TimeLimit limit;

  ProveConstantsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    FamilyConstants constants = new FamilyConstants(kernel.family(), sphere.dimension());
    try (Destination destination = output.open(streams)) {
      output.write(ConstantsReport.of(constants), destination);
      return ExitCode.DONE;
    }
  }
}
