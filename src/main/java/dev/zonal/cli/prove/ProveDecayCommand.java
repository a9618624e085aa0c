package dev.zonal.cli.prove;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.document.Document;
import dev.zonal.report.proof.DecayLawReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.DecayStatement;
import picocli.CommandLine.Command;

/** {@code zonal prove decay}. */
@Command(
    name = "decay",
    description =
        "Prove a power law of the eigenvalues with its constants, for even and for odd k.",
    footerHeading = "%nExamples:%n",
    footer = "  zonal prove decay resntk:L=3,alpha=1/2 --dimension 3",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:proven",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "3:refuted",
      "4:undecided"
    })
final class ProveDecayCommand extends ProveKernelCommand<Decay.Proof> {

  ProveDecayCommand(Streams streams, Engine engine) {
    super(new DecayStatement(), streams, engine);
  }

  @Override
  Outcome<Decay.Proof> prove(Spectrum spectrum, Context context) {
    return Decay.prove(spectrum, context);
  }

  @Override
  Document report(Kernel kernel, int dimension, Outcome<Decay.Proof> outcome) {
    return DecayLawReport.of(kernel, dimension, outcome);
  }
}
