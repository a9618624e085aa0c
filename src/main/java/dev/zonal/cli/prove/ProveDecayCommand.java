package dev.zonal.cli.prove;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.report.proof.DecayLawReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.certificate.DecayStatement;
import picocli.CommandLine.Command;

/** {@code zonal prove decay}. */
@Command(
    name = "decay",
    description =
        "Prove a power law of the eigenvalues with its constants, for even and for odd k.",
    footer = "  zonal prove decay resntk:L=3,alpha=1/2 --dimension 3")
final class ProveDecayCommand extends ProveKernelCommand<Decay.Proof> {
  ProveDecayCommand(Streams streams, Engine engine) {
    super(new DecayStatement(), Decay::prove, DecayLawReport::of, streams, engine);
  }
}
