package dev.zonal.cli;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.KernelValuesReport;
import dev.zonal.report.KernelValuesReport.Failure;
import dev.zonal.report.KernelValuesReport.Row;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.UncertifiedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal kernel}: certified values of a kernel. */
@Command(
    name = "kernel",
    description = "Print values f(u) of a kernel at rational u = cos(theta), every digit proved.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  zonal kernel resntk:L=3,alpha=1/2 --at 0,1/2,-1/2 --digits 50",
      "  zonal kernel fcntk:L=2 --at 0.1 --scale paper --format json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every value was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some values could not be certified; they are named on standard error"
    })
final class KernelCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private KernelParameter parameter;

  @Option(
      names = "--at",
      required = true,
      paramLabel = "LIST",
      description = "Where: rational numbers from -1 to 1, such as 0,1/2,-0.25.")
  private String points;

  @Mixin private DigitsOption precision;

  @Option(
      names = "--scale",
      paramLabel = "unit|paper",
      completionCandidates = Choice.Scales.class,
      defaultValue = "unit",
      description =
          "The normalised kernel, f(1) = 1, or the unnormalised one of the literature (default unit).")
  private Scale scale;

  @Mixin private OutputOptions output;

  @Mixin private TimeLimit limit;

  KernelCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Kernel kernel = parameter.kernel();
    List<Rational> at = CosineList.parse(points);
    try (Destination destination = output.open(streams)) {
      KernelValuesReport report = evaluate(kernel, at);
      output.write(report::write, destination);
      report
          .failures()
          .forEach(
              f ->
                  streams
                      .messages()
                      .println("zonal: u = " + f.u() + " not certified: " + f.reason()));
      return report.failures().isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
    }
  }

  private KernelValuesReport evaluate(Kernel kernel, List<Rational> at) {
    List<Row> rows = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (Rational u : at) {
      String name = u.toString();
      try {
        Context.checkpoint();
        rows.add(new Row(name, CertifiedValue.of(kernel, scale, u, precision.digits())));
      } catch (UncertifiedException | StoppedException e) {
        failures.add(new Failure(name, e.getMessage()));
      }
      Context.current().heard(rows.size() + failures.size(), at.size());
    }
    return new KernelValuesReport(kernel, precision.digits(), scale, rows, failures);
  }
}
