package dev.zonal.cli.data;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.gram.Accuracy;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.regression.CertifiedRegression;
import dev.zonal.data.regression.CircleSlopes;
import dev.zonal.data.regression.RegressionProblem;
import dev.zonal.data.regression.RegressionRow;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.GramReport;
import dev.zonal.report.RegressionReport;
import dev.zonal.report.document.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal regress}: certified regression with a kernel. */
@Command(
    name = "regress",
    description = {
      "Fit the points of a file by a kernel, every digit proved, beside what doubles find.",
      "(K + r I) c = y with the matrix K of the kernel: coefficients, leave-one-out errors, norm and",
      "predictions."
    },
    footer = {
      "  zonal regress fcntk:L=3 --points points.csv --targets targets.csv",
      "  zonal regress fcntk:L=3 --points points.csv --targets targets.csv --at further.csv",
      "  zonal regress resntk:L=5,alpha=1/10 --points circle.csv --on-sphere --targets y.csv --kinks",
      "  zonal regress rntk:act=relu,sw2=2 --points sequences.txt --targets y.csv --ridge 1/100",
      "",
      "Points are those of 'zonal gram'. Targets: one a line, in the order of the points; several",
      "columns are several regressions with one matrix.",
      "f(x) = sum c_i K(x_i, x) interpolates for r = 0, and minimises sum (y_i - f(x_i))^2 + r |f|^2",
      "for r > 0. A leave-one-out error is y_i less the value at x_i of the regression from all other",
      "points."
    },
    exitCodeList = {
      "0:every value was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some values could not be certified; they are named on standard error"
    })
public final class RegressCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private KernelOption kernel;

  @Mixin private PointsOption points;

  @Option(
      names = "--targets",
      required = true,
      paramLabel = "FILE",
      description = "The values at the points, one a line for each, or an array of NumPy or JSON.")
  private String targets;

  @Option(
      names = "--at",
      paramLabel = "FILE",
      description = "Points at which the regression is to be evaluated, as those of --points.")
  private String at;

  @Option(
      names = "--ridge",
      paramLabel = "R",
      defaultValue = "0",
      converter = Ridge.class,
      description = "r, an exact number that is not negative (default 0: interpolation).")
  private Rational ridge;

  @Option(
      names = "--kinks",
      description =
          "For points on the circle: the slopes of the regression on both sides of each, and the"
              + " kinks, by which they differ.")
  private boolean kinks;

  @Mixin private DigitsOption precision;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  public RegressCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UncertifiedException {
    return write(kernel.kernel());
  }

  private <X> int write(DataKernel<X> of) throws UncertifiedException {
    DataFile file = points.openForMatrix();
    RegressionProblem<X> problem =
        new RegressionProblem<>(
            of,
            file.points(of.inputs()),
            InputFile.open(targets).points(InputKind.TARGETS),
            ridge,
            Optional.ofNullable(at).map(name -> InputFile.open(name).points(of.inputs())));
    problem
        .singularity()
        .ifPresent(
            why -> {
              throw new UsageException(
                  "the matrix is singular: " + why.reason() + "; --ridge makes it regular");
            });
    Optional<CircleSlopes> circle = kinks ? Optional.of(circle(of, file)) : Optional.empty();
    try (Destination destination = output.openBeside(streams, inputs())) {
      List<RegressionRow> rows =
          CertifiedRegression.of(problem, circle, precision.digits()).orElseThrow();
      Accuracy accuracy = new Accuracy(precision.digits(), false);
      GramReport matrix =
          new GramReport(of, problem.points().count(), accuracy, kernel.isOnSphere());
      output.write(new RegressionReport(matrix, ridge.toString()).of(rows), destination);
      return tellGaps(rows);
    }
  }

  private CircleSlopes circle(DataKernel<?> of, DataFile file) {
    if (of.inputs() != InputKind.VECTORS) {
      throw new UsageException(
          "--kinks is about functions on the circle, and this is a kernel of "
              + of.inputs().name());
    }
    return CircleSlopes.of(
        KernelSpecification.parse(of.specification()),
        of.scale(),
        kernel.isOnSphere(),
        file.points(InputKind.VECTORS));
  }

  private String[] inputs() {
    return Stream.of(points.name(), targets, at)
        .filter(name -> name != null)
        .toArray(String[]::new);
  }

  private int tellGaps(List<RegressionRow> rows) {
    List<RegressionRow> gaps = rows.stream().filter(row -> !row.value().isCertified()).toList();
    for (RegressionRow gap : gaps) {
      streams.tell(
          "%s %s of target %s not certified: %s"
              .formatted(
                  Words.of(gap.quantity()),
                  gap.index(),
                  gap.target(),
                  gap.value().refusal().orElseThrow()));
    }
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }
}
