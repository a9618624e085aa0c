package dev.zonal.cli.lab;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.PointList;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import dev.zonal.lab.width.LinearLaws;
import dev.zonal.lab.width.RectifiedLaws;
import dev.zonal.lab.width.WidthLaws;
import dev.zonal.lab.width.WidthRow.Place;
import dev.zonal.lab.width.WidthTable;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.WidthReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal lab width}: kernels of networks of finite width. */
@Command(
    name = "width",
    description = {
      "Kernels of networks of n neurons a layer, with Gaussian and with orthogonal weights: their",
      "mean and variance, every digit proved, exactly at a width or to first order in 1/n."
    },
    footer = {
      "  zonal lab width --at 0,1/2,-1/2,9/10 --widths 4,8,16",
      "  zonal lab width --depth 2 --at 1/2",
      "  zonal lab width --act linear --depth 10 --readout orthogonal --at 1",
      "",
      "The claim (Huang, Du, Xu 2021): orthogonal and Gaussian weights have the same tangent kernel in",
      "the limit of infinite width. Here is how fast, and what they differ in before.",
      "The network is f(x) = <v, x_L>, x_l = c phi(W_l x_{l-1})/sqrt(n), |x_0| = 1, all weights trained,",
      "c^2 = 2 for relu and 1 for linear; the kernels at u = 1 are 1 (nngp, the Gram entry <x_L, z_L>)",
      "and L + 1 (ntk). The entries of W_l have variance 1: they are independent and Gaussian, or W_l is",
      "sqrt(max(m, n)) times a uniform m x n matrix with orthonormal columns or rows. Columns:",
      "  limit     the kernel of infinite width",
      "  bias      n times the mean at width n less the limit",
      "  variance  n times the variance at width n",
      "  law       exact: at this width; first-order: the limits of bias and variance; limit: neither is",
      "            known"
    },
    exitCodeList = {
      "0:every number was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some numbers could not be certified; standard error names them"
    })
public final class WidthCommand implements Callable<Integer> {
  private final Streams streams;

  /** The activations of which laws are known. */
  public enum Unit {
    RELU,
    LINEAR
  }

  @Option(
      names = "--act",
      paramLabel = "relu|linear",
      defaultValue = "relu",
      completionCandidates = Units.class,
      description = "The activation phi (default relu).")
  private Unit unit;

  @Option(
      names = "--depth",
      paramLabel = "L",
      defaultValue = "1",
      converter = Depth.class,
      description = "The number of hidden layers, 1 to 1000 (default 1).")
  private int depth;

  @Option(
      names = "--at",
      paramLabel = "LIST",
      defaultValue = "1/2",
      description = "Cosines between the inputs, as in 'zonal kernel' (default 1/2).")
  private String points;

  @Option(
      names = "--widths",
      paramLabel = "LIST",
      defaultValue = "8,32,128",
      description = "Widths n, each from 2 to 65536 (default 8,32,128).")
  private String widths;

  @Option(
      names = "--inputs",
      paramLabel = "D",
      defaultValue = "2",
      converter = Inputs.class,
      description = "The dimension of the inputs, 2 to 65536 (default 2).")
  private int inputs;

  @Option(
      names = "--weights",
      paramLabel = "gaussian|orthogonal",
      split = ",",
      defaultValue = "gaussian,orthogonal",
      completionCandidates = Initialisations.class,
      description = "The law of the weights, or several (default both).")
  private List<Initialisation> hidden;

  @Option(
      names = "--readout",
      paramLabel = "gaussian|orthogonal",
      defaultValue = "gaussian",
      completionCandidates = Initialisations.class,
      description =
          "The law of v: Gaussian, or sqrt(n) times a uniform unit vector (default gaussian).")
  private Initialisation readout;

  @Mixin private DigitsOption precision;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** What a shell may complete to. */
  static final class Units extends Choice.Names {
    Units() {
      super(Unit.values());
    }
  }

  /** What a shell may complete to. */
  static final class Initialisations extends Choice.Names {
    Initialisations() {
      super(Initialisation.values());
    }
  }

  /** A number of layers. */
  static final class Depth extends WholeNumber {
    Depth() {
      super(1, 1_000);
    }
  }

  /** The dimension of the inputs. */
  static final class Inputs extends WholeNumber {
    Inputs() {
      super(2, 65_536);
    }
  }

  public WidthCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<Rational> cosines = PointList.cosines(points).stream().distinct().toList();
    List<Integer> sizes = WidthList.of(widths);
    WidthTable table =
        new WidthTable(this::laws, hidden.stream().distinct().toList(), sizes, cosines);
    WidthReport.Network network =
        new WidthReport.Network(Words.of(unit), depth, inputs, Words.of(readout));
    try (Destination destination = output.open(streams)) {
      List<WidthTable.Entry> entries = table.certify(precision.digits(), Context.current());
      output.write(new WidthReport(network, precision.digits()).of(entries), destination);
      return tellGaps(entries);
    }
  }

  private WidthLaws laws(Initialisation law) {
    Weights weights = new Weights(law, readout);
    return switch (unit) {
      case RELU -> new RectifiedLaws(weights, depth, inputs);
      case LINEAR -> new LinearLaws(weights, depth, inputs);
    };
  }

  private int tellGaps(List<WidthTable.Entry> entries) {
    List<WidthTable.Entry> gaps = entries.stream().filter(e -> !e.row().isCertified()).toList();
    for (WidthTable.Entry gap : gaps) {
      Place place = gap.place();
      String width = place.width().isPresent() ? "n = " + place.width().getAsInt() : "n = inf";
      streams.tell(
          "%s, %s, %s, u = %s not certified: %s"
              .formatted(
                  Words.of(place.kind()),
                  Words.of(place.hidden()),
                  width,
                  place.u(),
                  gap.row().refusal().orElseThrow()));
    }
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }
}
