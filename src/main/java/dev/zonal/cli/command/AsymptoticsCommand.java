package dev.zonal.cli.command;

import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.grid.DecayNumbers;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.AsymptoticsReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.theorem.law.Asymptotics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal asymptotics}: the decay law of a spectrum with its constants. */
@Command(
    name = "asymptotics",
    description =
        "Print the decay law of a spectrum for even and odd k, a power law or a geometric law, "
            + "its constants and its expansion, every digit proved, with the k from which its "
            + "remainder is certified.",
    footer = {
      "  zonal asymptotics resntk:L=3,alpha=1/2 --dimension 3 --digits 50",
      "  zonal asymptotics ntk:act=erf,L=1 --dimension 3",
      "  zonal asymptotics gammaexp:c=1,gamma=1/2 --dimension 3 --terms 8 --format json"
    },
    exitCodeList = {
      "0:done; a parity without a power law is named on standard error",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:a law or some numbers could not be certified; they are named on standard error"
    })
public final class AsymptoticsCommand implements Callable<Integer> {
  private static final int DEFAULT_TERMS = 4;

  private final Streams streams;
  private final Engine engine;

  @Mixin private KernelParameter parameter;

  @Mixin private SphereOption sphere;

  @Mixin private DigitsOption precision;

  @Option(
      names = "--terms",
      paramLabel = "N",
      converter = Terms.class,
      description =
          "Terms of the expansion to print, 0 to 1000 (default 4, and those before them "
              + "that vanish).")
  private Integer terms;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** A number of terms. */
  static final class Terms extends WholeNumber {
    Terms() {
      super(0, 1000);
    }
  }

  public AsymptoticsCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    Kernel kernel = parameter.kernel();
    try (Destination destination = output.open(streams)) {
      Asymptotics asymptotics = Asymptotics.of(engine.spectrum(kernel, sphere.dimension()));
      int count = terms == null ? asymptotics.vanishing() + DEFAULT_TERMS : terms;
      DecayNumbers numbers = DecayNumbers.of(asymptotics, precision.digits(), count);
      output.write(AsymptoticsReport.of(numbers), destination);
      numbers
          .laws()
          .forEach(
              (parity, law) ->
                  law.refusal()
                      .filter(reason -> law.isDecided())
                      .ifPresent(
                          reason -> streams.tell("no power law for " + parity + " k: " + reason)));
      numbers.undecided().forEach(reason -> streams.tell("not certified: " + reason));
      return numbers.undecided().isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
    }
  }
}
