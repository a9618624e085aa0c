package dev.zonal.cli;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecification;
import dev.zonal.report.DecayLawReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.Decay;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class ProveDecayCommand implements Callable<Integer> {
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

  ProveDecayCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Kernel kernel = KernelSpecification.parse(specification);
    try (Destination destination = output.open(streams)) {
      Decay result = prove(kernel);
      output.write(new DecayLawReport(kernel, dimension, result)::write, destination);
      certificate.write(
          result.verdict(),
          () -> Certificate.of(engine.spectrum(kernel, dimension), result),
          streams);
      return ProofOptions.exitCode(result.verdict());
    }
  }

  private Decay prove(Kernel kernel) {
    try (TerminalProgress progress = TerminalProgress.on(streams, "proof")) {
      return Decay.prove(engine.spectrum(kernel, dimension), progress);
    }
  }
}
