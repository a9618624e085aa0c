package dev.zonal.cli.option;

import dev.zonal.cli.point.PointList;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which eigenvalues a command is about, and how they are to be found. */
public final class EigenvalueOptions {
  /** The ways that --method may name. */
  public enum Way {
    AUTO,
    EXACT,
    TAIL,
    SERIES,
    QUADRATURE;

    public Optional<Method> method() {
      return this == AUTO ? Optional.empty() : Optional.of(Method.valueOf(name()));
    }
  }

  /** What a shell may complete to. */
  static final class Ways extends Choice.Names {
    Ways() {
      super(Way.values());
    }
  }

  /** What a shell may complete to. */
  static final class Normalizations extends Choice.Names {
    Normalizations() {
      super(Normalization.values());
    }
  }

  @Mixin private KernelList kernels;

  @Mixin private SphereList spheres;

  @Option(
      names = "--k",
      required = true,
      paramLabel = "LIST",
      description = "Frequencies, 0 to 10^18, such as 0..20,100,1e6; see below.")
  private String frequencies;

  @Mixin private DigitsOption precision;

  @Option(
      names = "--normalization",
      paramLabel = "probability|surface",
      completionCandidates = Normalizations.class,
      defaultValue = "probability",
      description = "The measure on the sphere (default probability).")
  private Normalization normalization;

  @Mixin private ScaleOption scale;

  @Option(
      names = "--method",
      paramLabel = "auto|exact|tail|series|quadrature",
      completionCandidates = Ways.class,
      defaultValue = "auto",
      description = "Force one way to the eigenvalues (default auto: the cheapest for each).")
  private Way way;

  /** The eigenvalues asked for. */
  public EigenvalueGrid grid() {
    return new EigenvalueGrid(
        kernels.kernels(),
        spheres.dimensions(),
        PointList.frequencies(frequencies),
        precision.digits(),
        way.method(),
        normalization,
        scale.scale());
  }

  /** The text that names the frequencies. */
  public String frequencies() {
    return frequencies;
  }
}
