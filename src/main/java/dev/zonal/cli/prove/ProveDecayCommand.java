package dev.zonal.cli.prove;

import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.report.proof.DecayLawReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.DecayStatement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zonal prove decay}. */
@Command(
    name = "decay",
    description =
        "Prove a power law of the eigenvalues with its constants, for even and for odd k.",
    footer = "  zonal prove decay resntk:L=3,alpha=1/2 --dimension 3")
final class ProveDecayCommand extends ProofCommand {
  private final Engine engine;

  @Mixin private KernelParameter kernel;

  @Mixin private SphereOption sphere;

  ProveDecayCommand(Streams streams, Engine engine) {
    super(streams);
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Spectrum spectrum = engine.spectrum(kernel.kernel(), sphere.dimension());
    return write(
        () -> {
          Outcome<Decay.Proof> outcome = Decay.prove(spectrum, Context.current());
          return Reported.of(new DecayStatement(), outcome, DecayLawReport.of(spectrum, outcome));
        });
  }
}
