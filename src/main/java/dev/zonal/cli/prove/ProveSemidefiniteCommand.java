package dev.zonal.cli.prove;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.document.Document;
import dev.zonal.report.proof.SemidefiniteReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.certificate.SignStatement;
import picocli.CommandLine.Command;

/** {@code zonal prove semidefinite}. */
@Command(
    name = "semidefinite",
    description =
        "Prove that no eigenvalue is negative: positive semidefinite; the zeros are listed.",
    footerHeading = "%nExamples:%n",
    footer = "  zonal prove semidefinite fcntk:L=1 --dimension 3",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:proven",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "3:refuted",
      "4:undecided"
    })
final class ProveSemidefiniteCommand extends ProveKernelCommand<Semidefinite.Proof> {

  ProveSemidefiniteCommand(Streams streams, Engine engine) {
    super(SignStatement.SEMIDEFINITE, streams, engine);
  }

  @Override
  Outcome<Semidefinite.Proof> prove(Spectrum spectrum, Context context) {
    return Semidefinite.prove(spectrum, context);
  }

  @Override
  Document report(Kernel kernel, int dimension, Outcome<Semidefinite.Proof> outcome) {
    return SemidefiniteReport.of(kernel, dimension, outcome);
  }
}
