package dev.zonal.cli.option;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.kernel.specification.ParameterFamily;
import picocli.CommandLine.Parameters;

/** The kernel that a command is about. */
public final class KernelParameter {
  @Parameters(index = "0", paramLabel = "SPEC", description = "The kernel; see 'zonal kernels'.")
  private String specification;

  /** As it is written. */
  public String text() {
    return specification;
  }

  public Kernel kernel() {
    return KernelSpecification.parse(specification);
  }

  /** All kernels that differ from it in their depth and weights. */
  public ParameterFamily family() {
    return ParameterFamily.parse(specification);
  }
}
