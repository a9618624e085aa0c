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
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.lab.network.KernelSample;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.SampledRow;
import dev.zonal.lab.network.Unit;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.width.WidthRow;
import dev.zonal.lab.width.WidthRow.Place;
import dev.zonal.lab.width.WidthTable;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.WidthReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      "  zonal lab width --act linear --depth 10 --readout orthogonal --at 1 --nets 1000",
      "  zonal lab width --act erf --depth 3 --widths 16,64,256 --nets 1000",
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
      "            known",
      "Beside that B networks are drawn. Columns:",
      "  mean      of their kernels, and error, its standard error",
      "  z         standard errors between the mean and limit + bias/n, or the limit",
      "  defect    the smallest relative defect of that which would have been seen: 5 standard errors",
      "  var       n times the variance of the sample; varZ compares it with the column variance",
      "Networks of erf and tanh are those of 'zonal kernel ntk:act=erf,L=3,sw2=3/2,sb2=1/10'; nothing",
      "is known of their bias, so that z may be large at small n."
    },
    exitCodeList = {
      "0:every number was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some numbers could not be certified; standard error names them"
    })
public final class WidthCommand implements Callable<Integer> {
  private static final int NEURONS = 240_000;
  private static final int LEAST_NETS = 100;
  private static final int LONGEST = 1_000;

  private final Streams streams;

  @Option(
      names = "--act",
      paramLabel = "relu|linear|erf|tanh",
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

  @Option(
      names = "--sw2",
      paramLabel = "S",
      description = "The variance of the weights of erf and tanh (default 3/2).")
  private String weightVariance;

  @Option(
      names = "--sb2",
      paramLabel = "S",
      description = "The variance of the biases of erf and tanh (default 1/10).")
  private String biasVariance;

  @Option(
      names = "--nets",
      paramLabel = "B",
      converter = Nets.class,
      description =
          "Draw B networks of each width, 2 to 10000000, or none by 0 (default 240000/n).")
  private Integer nets;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "What is drawn depends on S, an integer, and on nothing else (default 1).")
  private long seed;

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

  /** A number of networks. */
  static final class Nets extends WholeNumber {
    Nets() {
      super(0, 10_000_000);
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
    List<Initialisation> laws = hidden.stream().distinct().toList();
    NetworkFamily family = family();
    if (nets != null && nets == 1) {
      throw new UsageException("--nets 1: a deviation needs two networks");
    }
    WidthTable table = new WidthTable(family::laws, laws, sizes, cosines);
    try (Destination destination = output.open(streams)) {
      List<WidthTable.Entry> entries = table.certify(precision.digits(), Context.current());
      List<SampledRow> samples = new ArrayList<>();
      boolean isWhole = draw(family, entries, cosines, samples);
      WidthReport report =
          new WidthReport(new WidthReport.Network(family, seed), precision.digits());
      output.write(report.of(entries, samples), destination);
      int gaps = tellGaps(entries);
      return isWhole ? gaps : ExitCode.NOT_CERTIFIED;
    }
  }

  private NetworkFamily family() {
    if (unit.isHomogeneous() && (weightVariance != null || biasVariance != null)) {
      throw new UsageException(
          "--sw2 and --sb2 are for erf and tanh; %s keeps lengths and has no biases"
              .formatted(Words.of(unit)));
    }
    return new NetworkFamily(
        unit,
        depth,
        inputs,
        readout,
        variance("--sw2", weightVariance, "3/2", Range.POSITIVE),
        variance("--sb2", biasVariance, "1/10", Range.NON_NEGATIVE));
  }

  private static Rational variance(String name, String text, String usual, Range range) {
    Rational value = NumberSyntax.rational(name, text == null ? usual : text.strip(), LONGEST);
    range.check(name, value);
    return value;
  }

  /**
   * Draws the networks of all rows that have a width.
   *
   * @return whether there was time for all of them
   */
  private boolean draw(
      NetworkFamily family,
      List<WidthTable.Entry> entries,
      List<Rational> cosines,
      List<SampledRow> samples) {
    Map<WidthTable.Networks, List<WidthRow>> rows = WidthTable.rowsByNetworks(entries);
    for (Map.Entry<WidthTable.Networks, List<WidthRow>> one : rows.entrySet()) {
      int width = one.getKey().width();
      int count = nets == null ? Math.max(LEAST_NETS, NEURONS / width) : nets;
      if (count == 0) {
        return true;
      }
      try {
        KernelSample sample = family.sample(one.getKey().hidden(), width, count, seed, cosines);
        for (WidthRow row : one.getValue()) {
          samples.add(SampledRow.of(row, sample, 1 + cosines.indexOf(row.place().u())));
        }
      } catch (StoppedException e) {
        streams.tell("n = %s and what follows not drawn: %s".formatted(width, e.getMessage()));
        return false;
      }
    }
    return true;
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
