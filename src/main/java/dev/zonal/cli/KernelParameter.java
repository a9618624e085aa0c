package dev.zonal.cli;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import picocli.CommandLine.Parameters;

/** The kernel that a command is about. */
final class KernelParameter {

  @Parameters(index = "0", paramLabel = "SPEC", description = "The kernel; see 'zonal kernels'.")
  private String specification;

  Kernel kernel() {
    return KernelSpecification.parse(specification);
  }
}
