package dev.zonal.cli.option;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The kernels that a command is about. */
public final class KernelList {
  @Parameters(
      arity = "1..*",
      paramLabel = "SPEC",
      description = "The kernels; see 'zonal kernels'.")
  private List<String> specifications;

  /** Each kernel once, in the order given. */
  public List<Kernel> kernels() {
    return specifications.stream().map(KernelSpecification::parse).distinct().toList();
  }
}
