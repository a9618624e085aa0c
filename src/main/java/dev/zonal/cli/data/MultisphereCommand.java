package dev.zonal.cli.data;

import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.ScaleOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.data.image.ConvolutionalKernel;
import dev.zonal.data.image.ConvolutionalSpecification;
import dev.zonal.grid.multisphere.MultisphereConfirmation;
import dev.zonal.grid.multisphere.MultisphereGap;
import dev.zonal.grid.multisphere.MultisphereGrid;
import dev.zonal.grid.multisphere.MultisphereLevels;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.MultisphereReport;
import dev.zonal.spectrum.multisphere.ConvolutionalSpectrum;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal multisphere}: certified eigenvalues of convolutional kernels. */
@Command(
    name = "multisphere",
    description =
        "Print eigenvalues of the kernel of a convolutional network of one layer on images whose"
            + " pixels lie on spheres, every digit proved, with the zeros and the multiplicities.",
    footer = {
      "  zonal multisphere cntk:L=1,taps=3 --channels 3 --pixels 8 --k 2,1,1 --k 4 --digits 30",
      "  zonal multisphere cnngp:L=1,taps=3,readout=gap --channels 3 --pixels 5 --up-to 4",
      "  zonal multisphere cntk:L=1,taps=3 --channels 4 --pixels 5 --up-to 2 --confirm",
      "  zonal multisphere fcntk:L=1 --taps 2 --channels 2 --pixels 2 --k 10,10 --format json",
      "",
      "The images have one row of D pixels, counted in a circle, each on the sphere of R^C. A product",
      "of harmonics of the degrees k_1,...,k_D is an eigenfunction; its cyclic shifts have the same",
      "eigenvalue, and one of them stands for all: degrees are listed by their sum, then from the",
      "greatest word on, each once. Columns:",
      "  k           the degrees",
      "  eigenvalue  lambda_k, for the probability measure",
      "  zero        why it is 0: locality (no place of the filter sees all pixels of a degree that is",
      "              not 0) or parity (the kernel has no such powers)",
      "  flatten     how many of these functions are independent, those of all shifts together",
      "  gap         how many of them no shift of the pixels changes: the eigenvalues under the",
      "              read-out gap are the same, on these functions alone",
      "  share       the part of the trace under flatten that they are",
      "  beyond      the part that is in no row as yet, proved",
      "  ratio       lambda_k over the law of its parity, which is a limit",
      "  second      with --confirm: the second evaluation, to the digits that are expected to be right",
      "  agrees      whether the certified value is as near as that",
      "SPEC is cntk or cnngp; or a kernel of vectors of one layer, which is then that of what a filter",
      "of --taps pixels sees, their number odd or even."
    },
    exitCodeList = {
      "0:every eigenvalue was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "3:an eigenvalue differs from its second evaluation (--confirm)",
      "4:some eigenvalues could not be certified, or evaluated a second time; standard error says so"
    })
public final class MultisphereCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(index = "0", paramLabel = "SPEC", description = "The kernel; see 'zonal kernels'.")
  private String specification;

  @Option(
      names = "--channels",
      required = true,
      paramLabel = "C",
      converter = Channels.class,
      description = "Every pixel lies on a sphere of R^C, C from 2 to 10000.")
  private int channels;

  @Option(
      names = "--pixels",
      required = true,
      paramLabel = "D",
      converter = Pixels.class,
      description = "The number of pixels, 1 to 10000, at least the taps of the filter.")
  private int pixels;

  @Option(
      names = "--taps",
      paramLabel = "Q",
      converter = Pixels.class,
      description = "The number of pixels that the filter sees, where SPEC does not say it.")
  private Integer taps;

  @Mixin private DegreesOption degrees;

  @Option(
      names = "--confirm",
      description =
          "Evaluate every eigenvalue that is not 0 a second time, by Apfloat, as a power series with"
              + " an extrapolated tail, and compare.")
  private boolean confirm;

  @Mixin private DigitsOption precision;

  @Mixin private ScaleOption scale;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** The dimension of the space of a pixel. */
  static final class Channels extends WholeNumber {
    Channels() {
      super(2, 10_000);
    }
  }

  /** A number of pixels. */
  static final class Pixels extends WholeNumber {
    Pixels() {
      super(1, 10_000);
    }
  }

  public MultisphereCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    MultisphereReport.Network network = network();
    if (network.taps() > pixels) {
      throw new UsageException(
          "a filter of %s taps is larger than %s pixels".formatted(network.taps(), pixels));
    }
    ConvolutionalSpectrum spectrum =
        ConvolutionalSpectrum.of(network.patch(), channels, network.taps(), pixels);
    MultisphereGrid grid =
        new MultisphereGrid(
            network.patch(), spectrum, degrees.of(pixels), precision.digits(), scale.scale());
    try (Destination destination = output.open(streams)) {
      MultisphereLevels levels = grid.compute(Context.current());
      Optional<MultisphereConfirmation> second =
          confirm
              ? Optional.of(MultisphereConfirmation.of(levels, Context.current()))
              : Optional.empty();
      output.write(new MultisphereReport(network, levels, second).document(), destination);
      int gaps = tellGaps(levels.gaps());
      return second.map(this::tell).filter(code -> code != ExitCode.DONE).orElse(gaps);
    }
  }

  private MultisphereReport.Network network() {
    if (ConvolutionalSpecification.names(specification)) {
      ConvolutionalKernel kernel = ConvolutionalSpecification.parse(specification);
      if (taps != null) {
        throw new UsageException("--taps is for kernels of vectors; " + kernel + " says its own");
      }
      return new MultisphereReport.Network(
          kernel.toString(), kernel.ofPatches(), kernel.network().taps());
    }
    Kernel kernel = KernelSpecification.parse(specification);
    if (taps == null) {
      throw new UsageException(
          "%s is a kernel of vectors; say by --taps how many pixels the filter sees"
              .formatted(kernel));
    }
    return new MultisphereReport.Network(kernel.toString(), kernel, taps);
  }

  private int tell(MultisphereConfirmation second) {
    if (second.outcome() == MultisphereConfirmation.Outcome.NOT_TESTED) {
      streams.tell(
          "no second evaluation of %s digits for %s of the rows"
              .formatted(MultisphereConfirmation.LEAST_DIGITS, second.missing()));
    }
    return switch (second.outcome()) {
      case CONFIRMED -> ExitCode.DONE;
      case REFUTED -> ExitCode.REFUTED;
      case NOT_TESTED -> ExitCode.NOT_CERTIFIED;
    };
  }

  /** Names what is not certified, in one line where neighbours failed for the same reason. */
  private int tellGaps(List<MultisphereGap> gaps) {
    for (int first = 0, next; first < gaps.size(); first = next) {
      String reason = gaps.get(first).reason();
      next = first + 1;
      while (next < gaps.size() && gaps.get(next).reason().equals(reason)) {
        next++;
      }
      String which = "k = " + gaps.get(first).degrees();
      if (next > first + 1) {
        which += " to %s (%s rows)".formatted(gaps.get(next - 1).degrees(), next - first);
      }
      streams.tell(which + " not certified: " + reason);
    }
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }
}
