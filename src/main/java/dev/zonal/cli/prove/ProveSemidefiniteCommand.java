package dev.zonal.cli.prove;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.report.proof.SemidefiniteReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.certificate.SignStatement;
import picocli.CommandLine.Command;

/** {@code zonal prove semidefinite}. */
@Command(
    name = "semidefinite",
    description =
        "Prove that no eigenvalue is negative: positive semidefinite; the zeros are listed.",
    footer = "  zonal prove semidefinite fcntk:L=1 --dimension 3")
final class ProveSemidefiniteCommand extends ProveKernelCommand<Semidefinite.Proof> {
  ProveSemidefiniteCommand(Streams streams, Engine engine) {
    super(SignStatement.SEMIDEFINITE, Semidefinite::prove, SemidefiniteReport::of, streams, engine);
  }
}
