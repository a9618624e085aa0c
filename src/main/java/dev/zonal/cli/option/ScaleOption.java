package dev.zonal.cli.option;

import dev.zonal.spectrum.SpectrumRequest.Scale;
import picocli.CommandLine.Option;

/** In which of its scales a kernel is meant. */
public final class ScaleOption {
  @Option(
      names = "--scale",
      paramLabel = "unit|paper",
      completionCandidates = Scales.class,
      defaultValue = "unit",
      description =
          "The normalised kernel, f(1) = 1, or the unnormalised one of the literature (default unit).")
  private Scale scale;

  /** What a shell may complete to. */
  static final class Scales extends Choice.Names {
    Scales() {
      super(Scale.values());
    }
  }

  public Scale scale() {
    return scale;
  }
}
