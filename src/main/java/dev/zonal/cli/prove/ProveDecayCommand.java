package dev.zonal.cli.prove;

import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.option.SphereRange;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.report.proof.DecayLawReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.box.BoxStatement;
import dev.zonal.theorem.certificate.DecayStatement;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zonal prove decay}. */
@Command(
    name = "decay",
    description =
        "Prove a power law of the eigenvalues with its constants, for even and for odd k.",
    footer = {
      "  zonal prove decay resntk:L=3,alpha=1/2 --dimension 3",
      "  zonal prove decay resntk:L=2..3,alpha=[1/2,1] --dimension 2..4"
    })
final class ProveDecayCommand extends ProofCommand {
  private final Engine engine;

  @Mixin private KernelParameter kernel;

  @Mixin private SphereRange sphere;

  ProveDecayCommand(Streams streams, Engine engine) {
    super(streams);
    this.engine = engine;
  }

  @Override
  public Integer call() {
    List<String> one = List.of(kernel.text());
    if (BoxProofs.isMany(one, sphere)) {
      return write(BoxProofs.attempt(BoxStatement.DECAY, one, sphere));
    }
    Spectrum spectrum = engine.spectrum(kernel.kernel(), sphere.dimension());
    return write(
        () -> {
          Outcome<Decay.Proof> outcome = Decay.prove(spectrum, Context.current());
          return Reported.of(new DecayStatement(), outcome, DecayLawReport.of(spectrum, outcome));
        });
  }
}
