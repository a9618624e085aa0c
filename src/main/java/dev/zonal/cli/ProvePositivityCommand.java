package dev.zonal.cli;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecification;
import dev.zonal.report.PositivityReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.Positivity;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class ProvePositivityCommand implements Callable<Integer> {
  private final Streams streams;
  private final Engine engine;

  @Parameters(index = "0", paramLabel = "SPEC", description = "The kernel; see 'zonal kernels'.")
  private String specification;

  @Option(
      names = "--dimension",
      required = true,
      paramLabel = "D",
      converter = WholeNumber.Dimension.class,
      description = "The sphere is the unit sphere of R^D, D at least 2.")
  private int dimension;

  @Mixin private ProofOptions output;

  @Mixin private CertificateOption certificate;

  ProvePositivityCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Kernel kernel = KernelSpecification.parse(specification);
    try (Destination destination = output.open(streams)) {
      Positivity result = prove(kernel);
      output.write(new PositivityReport(kernel, dimension, result)::write, destination);
      certificate.write(
          result.verdict(),
          () -> Certificate.of(engine.spectrum(kernel, dimension), result),
          streams);
      return ProofOptions.exitCode(result.verdict());
    }
  }

  private Positivity prove(Kernel kernel) {
    try (TerminalProgress progress = TerminalProgress.on(streams, "proof")) {
      return Positivity.prove(engine.spectrum(kernel, dimension), progress);
    }
  }
}
