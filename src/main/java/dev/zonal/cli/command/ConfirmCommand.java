package dev.zonal.cli.command;

import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.ConfirmationReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.theorem.confirmation.Confirmation;
import dev.zonal.theorem.law.Asymptotics;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal confirm}: the decay law against evaluations that could refute it. */
@Command(
    name = "confirm",
    description =
        "Hold the eigenvalues of a spectrum and their decay law against eigenvalues that were "
            + "evaluated a second time, by Apfloat: quadrature for small k, integration along a "
            + "contour for large k, no expansions.",
    footer = {
      "  zonal confirm fcntk:L=3 --dimension 3 --k 10..1e6:log=6:parity=both --digits 40",
      "  zonal confirm laplace:c=1 --dimension 5 --k 100,101,1e5,100001 --format csv",
      "  zonal confirm ntk:act=erf,L=1,sw2=2 --dimension 3 --k 20,21,100,101",
      "  zonal confirm ntk:act=erf,L=3,sw2=3/2,sb2=1/10 --dimension 3 --k 0..40"
    },
    exitCodeList = {
      "0:every evaluation agrees with its enclosure and obeys the law, where there is one",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "3:an evaluation differs from its enclosure or is too far from the law",
      "4:a law was not tested, or an eigenvalue could not be certified or evaluated a second time"
    })
public final class ConfirmCommand implements Callable<Integer> {
  private final Streams streams;
  private final Engine engine;

  @Mixin private KernelParameter parameter;

  @Mixin private SphereOption sphere;

  @Option(
      names = "--k",
      required = true,
      paramLabel = "LIST",
      description = "Frequencies, such as 10..1e6:log=6:parity=both; see 'zonal help spectrum'.")
  private String frequencies;

  @Option(
      names = "--digits",
      paramLabel = "P",
      defaultValue = "20",
      converter = Agreement.class,
      description = "Significant digits that must agree, 1 to 1000 (default 20).")
  private int digits;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** Digits of agreement. */
  static final class Agreement extends WholeNumber {
    Agreement() {
      super(1, 1000);
    }
  }

  public ConfirmCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Kernel kernel = parameter.kernel();
    SortedSet<Long> ks = PointList.frequencies(frequencies);
    Asymptotics asymptotics = Asymptotics.of(engine.spectrum(kernel, sphere.dimension()));
    try (Destination destination = output.open(streams)) {
      Confirmation confirmation;
      try {
        confirmation = Confirmation.of(asymptotics, ks, digits, Context.current());
      } catch (UncertifiedException e) {
        streams.tell(e.getMessage());
        return ExitCode.NOT_CERTIFIED;
      }
      output.write(ConfirmationReport.of(asymptotics.spectrum(), confirmation), destination);
      confirmation.untested().forEach(streams::tell);
      return switch (confirmation.outcome()) {
        case CONFIRMED -> ExitCode.DONE;
        case REFUTED -> ExitCode.REFUTED;
        case NOTHING_TO_TEST -> ExitCode.NOT_CERTIFIED;
      };
    }
  }
}
