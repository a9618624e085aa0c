package dev.zonal.cli.command;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.report.DecayReport;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Origin;
import dev.zonal.report.writer.DocumentWriter;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.shape.ResidualDecayConstant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zonal demo}: the decay law of a residual tangent kernel, seen in certified numbers. */
@Command(
    name = "demo",
    description = "Show the decay law k^d eta_k -> constant at work for a residual tangent kernel.",
    footer = "  zonal demo",
    exitCodeList = {
      "0:every number shown is certified",
      "1:internal failure",
      "2:bad usage or unwritable output",
      "4:some eigenvalues could not be certified; they are named on standard error"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final ResidualTangentKernel KERNEL =
      new ResidualTangentKernel(3, Rational.of(1, 2));
  private static final int DIMENSION = 3;
  private static final int DIGITS = 15;
  private static final int LIMIT_DIGITS = 10;
  private static final int LIMIT_BITS = 128;
  private static final String BEFORE =
      """
      The residual neural tangent kernel %s on the sphere S^2 (d = 3):
      3 blocks, branch weight 1/2. Its Funk-Hecke eigenvalues eta_k decay like k^-3, with one
      constant for even k and another for odd k:

          k^3 eta_k  ->  -(A_1 + (-1)^k B_1) 2^(d-2) Gamma(d/2)^2/pi,

      where A_1 and B_1 are the first chord coefficients of the kernel at u = 1 and u = -1.
      With K = k + (d-2)/2 in place of k the approach is faster. Every digit of eta_k is proved,
      and so is every digit of the limits, which come from closed forms of A_1 and B_1.
      """;

  private final Streams streams;
  private final EigenvalueGrid.Source eigenvalues;

  @Mixin private TimeLimit limit;

  public DemoCommand(Streams streams, EigenvalueGrid.Source eigenvalues) {
    this.streams = streams;
    this.eigenvalues = eigenvalues;
  }

  @Override
  public Integer call() {
    EigenvalueGrid grid =
        new EigenvalueGrid(
            List.of(KERNEL),
            List.of(DIMENSION),
            PointList.frequencies("4..5,10..1000:log=5:parity=both"),
            DIGITS,
            Optional.empty(),
            Normalization.PROBABILITY,
            Scale.UNIT);
    List<Block<Key.Eigenvalue>> blocks = grid.compute(eigenvalues, Context.current());
    BallArithmetic over = BallArithmetic.ofBits(LIMIT_BITS);
    ResidualDecayConstant law = new ResidualDecayConstant(KERNEL, DIMENSION);
    Document result =
        DecayReport.of(
            BEFORE.formatted(KERNEL),
            blocks.get(0),
            Map.of(Parity.EVEN, limit(law.even(over)), Parity.ODD, limit(law.odd(over))),
            "More: zonal spectrum --help");
    try (Destination destination = Destination.standardOutput(streams)) {
      destination.write(
          out -> DocumentWriter.write(result, Format.TEXT, Origin.of(List.of("demo")), out));
    }
    return SpectrumCommand.nameGaps(streams, blocks);
  }

  private static BigDecimal limit(Ball enclosure) {
    return enclosure
        .decimal(LIMIT_DIGITS)
        .orElseThrow(() -> new IllegalStateException(LIMIT_BITS + " bits do not decide a limit"));
  }
}
