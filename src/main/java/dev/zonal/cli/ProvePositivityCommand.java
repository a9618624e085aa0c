package dev.zonal.cli;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.Document;
import dev.zonal.report.PositivityReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Verdict;
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
final class ProvePositivityCommand extends ProveKernelCommand<Positivity> {

  ProvePositivityCommand(Streams streams, Engine engine) {
    super(streams, engine);
  }

  @Override
  Positivity prove(Spectrum spectrum, Context context) {
    return Positivity.prove(spectrum, context);
  }

  @Override
  Verdict verdict(Positivity result) {
    return result.verdict();
  }

  @Override
  Document report(Kernel kernel, int dimension, Positivity result) {
    return PositivityReport.of(kernel, dimension, result);
  }

  @Override
  Certificate certificate(Spectrum spectrum, Positivity proof) {
    return Certificate.of(spectrum, proof);
  }
}
