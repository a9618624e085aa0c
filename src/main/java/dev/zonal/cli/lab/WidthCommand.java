package dev.zonal.cli.lab;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.context.StoppedException;
import dev.zonal.lab.network.KernelSample;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.SampledRow;
import dev.zonal.lab.network.Unit;
import dev.zonal.lab.width.WidthRow;
import dev.zonal.lab.width.WidthRow.Place;
import dev.zonal.lab.width.WidthTable;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.WidthReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal lab width}: kernels of networks of finite width. */
@Command(
    name = "width",
    description =
        "Kernels of networks of n neurons a layer, with Gaussian and with orthogonal "
            + "weights: their mean and variance, every digit proved, exactly at a width or "
            + "to first order in 1/n.",
    footer = {
      "  zonal lab width --at 0,1/2,-1/2,9/10 --widths 4,8,16",
      "  zonal lab width --depth 2 --at 1/2",
      "  zonal lab width --act linear --depth 10 --readout orthogonal --at 1 --nets 1000",
      "  zonal lab width --act erf --depth 3 --widths 16,64,256 --nets 1000",
      "  zonal lab width --cnn cntk:act=relu,L=2,taps=3,readout=gap --pixels 8 --filter flattened",
      "  zonal lab width --train drift",
      "  zonal lab width --train depth --depth 8,32,64",
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
      "is known of their bias, so that z may be large at small n.",
      "",
      "--cnn draws convolutional networks on two images of sines, beside their certified limits, which",
      "are the same for all three kinds of filters; orthogonal filters are a matrix for each tap, or one.",
      "",
      "--train drift tests the claim that the tangent kernel of orthogonal networks stays what it is in",
      "training: its relative distance from the limit and from where it started, and the exponent in n.",
      "--train depth tests the claim that outside the lazy regime, for large rates and depths, orthogonal",
      "weights are quicker: steps until the loss is 0.05, of every network, those that did not get there",
      "(late, diverged) and the medians. Inputs and labels are sines, which the result states."
    },
    exitCodeList = {
      "0:every number was certified, and everything drawn",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some numbers could not be certified, or there was not time for all; standard error says so"
    })
public final class WidthCommand implements Callable<Integer> {
  private static final int NEURONS = 240_000;
  private static final int LEAST_NETS = 100;
  private static final int MOST_COSINES = 64;

  private final Streams streams;

  @Mixin private NetworkOptions networks;

  @Mixin private TrainingOptions training;

  @Mixin private ConvolutionOptions convolution;

  @Option(
      names = "--at",
      paramLabel = "LIST",
      description = "Cosines between the inputs, as in 'zonal kernel' (default 1/2).")
  private String points;

  @Option(
      names = "--inputs",
      paramLabel = "D",
      converter = Inputs.class,
      description = "The dimension of the inputs, 2 to 65536 (default 2).")
  private Integer inputs;

  @Mixin private DigitsOption precision;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

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
    Optional<Experiment> trained = training.experiment(networks);
    Optional<Experiment> drawn = convolution.experiment(networks, precision.digits());
    if (trained.isPresent() && drawn.isPresent()) {
      throw new UsageException("--train and --cnn exclude each other");
    }
    Optional<Experiment> experiment = trained.or(() -> drawn);
    if (experiment.isEmpty()) {
      return laws();
    }
    if (points != null || inputs != null) {
      throw new UsageException(
          "--at and --inputs are not for --train and --cnn, which have their own inputs");
    }
    try (Destination destination = output.open(streams)) {
      List<String> missing = new ArrayList<>();
      output.write(experiment.get().run(missing::add), destination);
      missing.forEach(streams::tell);
      return missing.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
    }
  }

  private int laws() {
    List<Rational> cosines =
        PointList.cosines(points == null ? "1/2" : points).stream().distinct().toList();
    if (cosines.size() > MOST_COSINES) {
      throw new UsageException(
          "--at: %s cosines are too many; %s is the most here"
              .formatted(cosines.size(), MOST_COSINES));
    }
    NetworkFamily family =
        networks.family(
            Unit.RELU,
            NetworkOptions.single("--depth", networks.depths("1")),
            inputs == null ? 2 : inputs,
            new NetworkOptions.Variances("3/2", "1/10"));
    OptionalInt nets = networks.nets();
    List<Integer> widths = networks.widths("8,32,128");
    if (nets.orElse(1) > 0) {
      NetworkOptions.requireDrawable(Math.max(family.inputs(), Collections.max(widths)));
    }
    WidthTable table = new WidthTable(family::laws, networks.hidden(), widths, cosines);
    try (Destination destination = output.open(streams)) {
      List<WidthTable.Entry> entries = table.certify(precision.digits(), Context.current());
      List<SampledRow> samples = new ArrayList<>();
      boolean isWhole = draw(family, nets, entries, cosines, samples);
      WidthReport.Network network = new WidthReport.Network(family, networks.seed());
      output.write(new WidthReport(network, precision.digits()).of(entries, samples), destination);
      int gaps = tellGaps(entries);
      return isWhole ? gaps : ExitCode.NOT_CERTIFIED;
    }
  }

  /**
   * Draws the networks of all rows that have a width.
   *
   * @return whether there was time for all of them
   */
  private boolean draw(
      NetworkFamily family,
      OptionalInt nets,
      List<WidthTable.Entry> entries,
      List<Rational> cosines,
      List<SampledRow> samples) {
    Map<WidthTable.Networks, List<WidthRow>> rows = WidthTable.rowsByNetworks(entries);
    for (Map.Entry<WidthTable.Networks, List<WidthRow>> one : rows.entrySet()) {
      int width = one.getKey().width();
      int count = nets.orElse(Math.max(LEAST_NETS, NEURONS / width));
      if (count == 0) {
        return true;
      }
      try {
        KernelSample sample =
            family.sample(one.getKey().hidden(), width, count, networks.seed(), cosines);
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
