package dev.zonal.cli;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.SpectrumReport;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import dev.zonal.text.Quotation;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal spectrum}: certified eigenvalues. */
@Command(
    name = "spectrum",
    description =
        "Print the Funk-Hecke eigenvalues of a kernel on the unit sphere of R^D, every "
            + "digit proved.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  zonal spectrum resntk:L=3,alpha=1/2 --dimension 3 --k 0..20 --digits 50",
      "  zonal spectrum fcntk:L=3 --dimension 10 --k 0..20,100,1000 --format csv",
      "  zonal spectrum 'resntk:L=10,alpha=L^(-1/2)' --dimension 2 --k 1..1e6:log=7:parity=both",
      "",
      "Frequencies: numbers (7, 1e6) and ranges (0..20), separated by commas; a range may carry",
      "  :step=10     every tenth",
      "  :log=7       7 points in geometric progression, both ends included",
      "  :parity=both k + 1 besides each k (numbers too)",
      "The result is sorted, without duplicates."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every eigenvalue was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some eigenvalues could not be certified; they are named on standard error"
    })
final class SpectrumCommand implements Callable<Integer> {

  /** The ways that --method may name. */
  enum Way {
    AUTO,
    EXACT,
    TAIL,
    QUADRATURE;

    Optional<Method> method() {
      return this == AUTO ? Optional.empty() : Optional.of(Method.valueOf(name()));
    }
  }

  /** What a shell may complete to. */
  static final class Ways extends Choice.Names<Way> {
    Ways() {
      super(Way.class, List.of());
    }
  }

  private final Streams streams;
  private final BiFunction<SpectrumRequest, Context, SpectrumResult> engine;

  @Mixin private KernelParameter parameter;

  @Mixin private SphereOption sphere;

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
      completionCandidates = Choice.Normalizations.class,
      defaultValue = "probability",
      description = "The measure on the sphere (default probability).")
  private Normalization normalization;

  @Option(
      names = "--scale",
      paramLabel = "unit|paper",
      completionCandidates = Choice.Scales.class,
      defaultValue = "unit",
      description =
          "The normalised kernel, f(1) = 1, or the unnormalised one of the literature (default unit).")
  private Scale scale;

  @Option(
      names = "--method",
      paramLabel = "auto|exact|tail|quadrature",
      completionCandidates = Ways.class,
      defaultValue = "auto",
      description = "Force one way to the eigenvalues (default auto: the cheapest for each).")
  private Way way;

  @Mixin private OutputOptions output;

  @Mixin private TimeLimit limit;

  SpectrumCommand(Streams streams, BiFunction<SpectrumRequest, Context, SpectrumResult> engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Kernel kernel = parameter.kernel();
    SortedSet<Long> ks = FrequencyList.parse(frequencies);
    SpectrumRequest request =
        new SpectrumRequest(
            kernel, sphere.dimension(), ks, precision.digits(), way.method(), normalization, scale);
    try (Destination destination = output.open(streams)) {
      SpectrumResult result = compute(request);
      output.write(new SpectrumReport(request, result)::write, destination);
      nameFailures(streams, result);
      return result.failures().isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
    }
  }

  /** One line for neighbours that failed for the same reason. */
  static void nameFailures(Streams streams, SpectrumResult result) {
    List<SpectrumResult.Failure> failures = result.failures();
    for (int first = 0, next; first < failures.size(); first = next) {
      String reason = failures.get(first).reason();
      next = first + 1;
      while (next < failures.size() && failures.get(next).reason().equals(reason)) {
        next++;
      }
      String which = "k = " + failures.get(first).frequency();
      if (next > first + 1) {
        which +=
            " to " + failures.get(next - 1).frequency() + " (" + (next - first) + " frequencies)";
      }
      streams
          .messages()
          .println(Quotation.oneLine("zonal: " + which + " not certified: " + reason));
    }
  }

  private SpectrumResult compute(SpectrumRequest request) {
    return engine.apply(request, Context.current());
  }
}
