package dev.zonal.cli.prove;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
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
    footerHeading = "%nExamples:%n",
    footer = "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 3",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:proven",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "3:refuted",
      "4:undecided"
    })
final class ProvePositivityCommand extends ProveKernelCommand<Positivity.Proof> {

  ProvePositivityCommand(Streams streams, Engine engine) {
    super(SignStatement.POSITIVITY, streams, engine);
  }

  @Override
  Outcome<Positivity.Proof> prove(Spectrum spectrum, Context context) {
    return Positivity.prove(spectrum, context);
  }

  @Override
  Document report(Kernel kernel, int dimension, Outcome<Positivity.Proof> outcome) {
    Optional<Outcome<Semidefinite.Proof>> weaker =
        outcome instanceof Outcome.Refuted<Positivity.Proof> refuted
            ? Optional.of(Positivity.weaker(refuted, Context.current()))
            : Optional.empty();
    return PositivityReport.of(kernel, dimension, outcome, weaker);
  }
}
