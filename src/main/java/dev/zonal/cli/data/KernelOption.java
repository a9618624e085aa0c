package dev.zonal.cli.data;

import dev.zonal.cli.option.ScaleOption;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The kernel of points that a command is about. */
public final class KernelOption {
  @Parameters(index = "0", paramLabel = "SPEC", description = "The kernel; see 'zonal kernels'.")
  private String specification;

  @Option(
      names = "--on-sphere",
      description = "Divide each point by its norm first; needed by kernels of the sphere only.")
  private boolean onSphere;

  @Mixin private ScaleOption scale;

  /** The kernel that the options name. */
  public DataKernel<?> kernel() {
    return DataKernels.ALL.parse(specification, scale.scale(), onSphere);
  }

  /** Whether points are divided by their norms. */
  public boolean isOnSphere() {
    return onSphere;
  }
}
