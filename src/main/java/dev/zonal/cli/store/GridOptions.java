package dev.zonal.cli.store;

import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import dev.zonal.store.StoredGrid;
import picocli.CommandLine.Option;

/** Which numbers of a store are meant, in the words by which they were asked for. */
final class GridOptions {
  private static final String AUTO = "auto";

  @Option(
      names = "--dimension",
      paramLabel = "D",
      converter = WholeNumber.Dimension.class,
      description = "Those on the unit sphere of R^D alone (default: on all that are there).")
  private Integer dimension;

  @Option(
      names = "--digits",
      paramLabel = "P",
      converter = Digits.class,
      description = "Those of P digits; needed where there are several.")
  private Integer digits;

  @Option(
      names = "--normalization",
      paramLabel = "probability|surface",
      completionCandidates = Normalizations.class,
      description = "Those for this measure; needed where there are several.")
  private Normalization normalization;

  @Option(
      names = "--scale",
      paramLabel = "unit|paper",
      completionCandidates = Scales.class,
      description = "Those in this scale; needed where there are several.")
  private Scale scale;

  @Option(
      names = "--method",
      paramLabel = "exact|tail|series|quadrature",
      completionCandidates = Methods.class,
      description = "Those for which a method was forced (default: those for which none was).")
  private Method method;

  /** Significant digits. */
  static final class Digits extends WholeNumber {
    Digits() {
      super(1, SpectrumRequest.MAX_DIGITS);
    }
  }

  /** What a shell may complete to. */
  static final class Normalizations extends Choice.Names {
    Normalizations() {
      super(Normalization.values());
    }
  }

  /** What a shell may complete to. */
  static final class Scales extends Choice.Names {
    Scales() {
      super(Scale.values());
    }
  }

  /** What a shell may complete to. */
  static final class Methods extends Choice.Names {
    Methods() {
      super(Method.values());
    }
  }

  /** Whether the numbers of a grid are meant. */
  boolean allow(StoredGrid grid) {
    return (dimension == null || dimension == grid.dimension())
        && (digits == null || digits == grid.digits())
        && (normalization == null || Words.of(normalization).equals(grid.measure()))
        && (scale == null || Words.of(scale).equals(grid.scale()))
        && (method == null ? AUTO : Words.of(method)).equals(grid.way());
  }
}
