package dev.zonal.cli.prove;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.report.document.Document;
import dev.zonal.report.proof.PositivityReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.certificate.SignStatement;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code zonal prove positivity}. */
@Command(
    name = "positivity",
    description =
        "Prove that every eigenvalue is positive: the kernel is strictly positive definite.",
    footer = "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 3")
final class ProvePositivityCommand extends ProveKernelCommand<Positivity.Proof> {
  ProvePositivityCommand(Streams streams, Engine engine) {
    super(
        SignStatement.POSITIVITY,
        Positivity::prove,
        ProvePositivityCommand::report,
        streams,
        engine);
  }

  private static Document report(Spectrum spectrum, Outcome<Positivity.Proof> outcome) {
    Optional<Outcome<Semidefinite.Proof>> weaker =
        outcome instanceof Outcome.Refuted<Positivity.Proof> refuted
            ? Optional.of(Positivity.weaker(refuted, Context.current()))
            : Optional.empty();
    return PositivityReport.of(spectrum, outcome, weaker);
  }
}
