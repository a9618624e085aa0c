package dev.zonal.cli.option;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelRange;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The kernels that a command is about. */
public final class KernelList {
  @Parameters(
      arity = "1..*",
      paramLabel = "SPEC",
      description =
          "The kernels; see 'zonal kernels'. Several at once: 'fcntk:L=1..5' and"
              + " 'resntk:L=2,alpha={1/2,1}'.")
  private List<String> specifications;

  /** Each kernel once, in the order given. */
  public List<Kernel> kernels() {
    return specifications.stream()
        .flatMap(specification -> KernelRange.parse(specification).stream())
        .distinct()
        .toList();
  }
}
