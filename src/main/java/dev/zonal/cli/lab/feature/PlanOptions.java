package dev.zonal.cli.lab.feature;

import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.report.document.Words;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What features are made of, beside their number. */
final class PlanOptions {
  @Option(
      names = "--depth",
      paramLabel = "L",
      defaultValue = "1",
      converter = Depth.class,
      description = "The number of hidden layers of the network, 1 to 20 (default 1).")
  private int depth;

  @Option(
      names = "--degree",
      paramLabel = "Q",
      defaultValue = "4",
      converter = Degree.class,
      description = "Of the polynomial of the method polynomial, a power of two to 64 (default 4).")
  private int degree;

  @Option(
      names = "--sketch",
      paramLabel = "S",
      converter = Size.class,
      description =
          "The size of each sketch; a power of two for the method polynomial (default: as the number"
              + " of features asks for).")
  private Integer sketch;

  /** Of a network. */
  static final class Depth extends WholeNumber {
    Depth() {
      super(1, 20);
    }
  }

  /** Of a polynomial. */
  static final class Degree extends WholeNumber {
    Degree() {
      super(1, 64);
    }
  }

  /** A number of features. */
  static final class Size extends WholeNumber {
    Size() {
      super(2, 1 << 20);
    }
  }

  int degree() {
    return degree;
  }

  int depth() {
    return depth;
  }

  /**
   * Features of points of that dimension.
   *
   * @throws UsageException if there are none
   */
  FeaturePlan plan(FeatureMethod method, int size, int dimension) {
    OptionalInt each = sketch == null ? OptionalInt.empty() : OptionalInt.of(sketch);
    FeaturePlan plan = new FeaturePlan(method, depth, size, degree, each);
    plan.refusal(dimension)
        .ifPresent(
            why -> {
              throw new UsageException("no features by " + Words.of(method) + ": " + why);
            });
    return plan;
  }
}
