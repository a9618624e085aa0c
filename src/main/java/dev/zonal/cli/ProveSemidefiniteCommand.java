package dev.zonal.cli;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.Document;
import dev.zonal.report.SemidefiniteReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.Verdict;
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
final class ProveSemidefiniteCommand extends ProveKernelCommand<Semidefinite> {

  ProveSemidefiniteCommand(Streams streams, Engine engine) {
    super(streams, engine);
  }

  @Override
  Semidefinite prove(Spectrum spectrum, Context context) {
    return Semidefinite.prove(spectrum, context);
  }

  @Override
  Verdict verdict(Semidefinite result) {
    return result.verdict();
  }

  @Override
  Document report(Kernel kernel, int dimension, Semidefinite result) {
    return SemidefiniteReport.of(kernel, dimension, result);
  }

  @Override
  Certificate certificate(Spectrum spectrum, Semidefinite proof) {
    return Certificate.of(spectrum, proof);
  }
}
