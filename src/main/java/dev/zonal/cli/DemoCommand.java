package dev.zonal.cli;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.report.DecayReport;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.theorem.shape.ResidualDecayConstant;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zonal demo}: the decay law of a residual tangent kernel, seen in certified numbers. */
@Command(
    name = "demo",
    description = "Show the decay law k^d eta_k -> constant at work for a residual tangent kernel.",
    footerHeading = "%nExamples:%n",
    footer = "  zonal demo",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every number shown is certified",
      "1:internal failure",
      "2:bad usage or unwritable output",
      "4:some eigenvalues could not be certified; they are named on standard error"
    })
final class DemoCommand implements Callable<Integer> {
  private static final ResidualTangentKernel KERNEL =
      new ResidualTangentKernel(3, Rational.of(1, 2));
  private static final int DIMENSION = 3;
  private static final int DIGITS = 15;
  private static final int LIMIT_DIGITS = 10;
  private static final int LIMIT_BITS = 128;

  private final Streams streams;

  @Mixin private TimeLimit limit;
  private final BiFunction<SpectrumRequest, Context, SpectrumResult> engine;

  DemoCommand(Streams streams, BiFunction<SpectrumRequest, Context, SpectrumResult> engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    SpectrumRequest request =
        new SpectrumRequest(
            KERNEL,
            DIMENSION,
            FrequencyList.parse("4..5,10..1000:log=5:parity=both"),
            DIGITS,
            Optional.empty(),
            Normalization.PROBABILITY,
            Scale.UNIT);
    SpectrumResult result;
    result = engine.apply(request, Context.current());
    BallArithmetic over = BallArithmetic.ofBits(LIMIT_BITS);
    ResidualDecayConstant law = new ResidualDecayConstant(KERNEL, DIMENSION);
    DecayReport report =
        new DecayReport(request, result, limit(law.even(over)), limit(law.odd(over)));
    try {
      Writer out =
          new BufferedWriter(new OutputStreamWriter(streams.results(), StandardCharsets.UTF_8));
      out.write(
          """
          The residual neural tangent kernel %s on the sphere S^2 (d = 3):
          3 blocks, branch weight 1/2. Its Funk-Hecke eigenvalues eta_k decay like k^-3, with one
          constant for even k and another for odd k:

              k^3 eta_k  ->  -(A_1 + (-1)^k B_1) 2^(d-2) Gamma(d/2)^2/pi,

          where A_1 and B_1 are the first chord coefficients of the kernel at u = 1 and u = -1.
          With K = k + (d-2)/2 in place of k the approach is faster. Every digit of eta_k is proved,
          and so is every digit of the limits, which come from closed forms of A_1 and B_1.

          """
              .formatted(KERNEL));
      report.write(out);
      out.write("\nMore: zonal spectrum --help\n");
      out.flush();
    } catch (IOException e) {
      throw new UnwritableException("standard output", e);
    }
    SpectrumCommand.nameFailures(streams, result);
    return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }

  private static BigDecimal limit(Ball enclosure) {
    return enclosure
        .decimal(LIMIT_DIGITS)
        .orElseThrow(() -> new IllegalStateException(LIMIT_BITS + " bits do not decide a limit"));
  }
}
