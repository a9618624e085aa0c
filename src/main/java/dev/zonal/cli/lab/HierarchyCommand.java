package dev.zonal.cli.lab;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.data.InputFile;
import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.truncation.HierarchySize;
import dev.zonal.lab.truncation.KernelEntry;
import dev.zonal.lab.truncation.Observation;
import dev.zonal.lab.truncation.ScalingExperiment;
import dev.zonal.lab.truncation.SmallTimeLaw;
import dev.zonal.lab.truncation.Truncation;
import dev.zonal.lab.truncation.TruncationFlows;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.HierarchyKernelsReport;
import dev.zonal.report.lab.ScalingReport;
import dev.zonal.report.lab.TruncationReport;
import dev.zonal.spectrum.CertifiedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal lab hierarchy}: the tangent hierarchy of a given network, and cut off. */
@Command(
    name = "hierarchy",
    description = {
      "The neural tangent hierarchy (Huang and Yau) of a network that is given with "
          + "its weights.",
      "The claims: gradient flow is an infinite hierarchy of equations for f and "
          + "kernels K_2, K_3, .., and cut off at K_p it is off by little in a wide "
          + "network."
    },
    footer = {
      "  zonal lab hierarchy docs/data/networks/one-layer.json --kernels 2..4",
      "  zonal lab hierarchy docs/data/networks/one-layer.json --flow 4 --truncate 2,3,4",
      "  zonal lab hierarchy docs/data/networks/one-layer.json --flow 4 --truncate 4 --certify",
      "  zonal lab hierarchy docs/data/networks/pairs.json --scaling",
      "",
      "NET is a file of JSON: {\"activation\": \"tanh\", \"weights\": [[[..], ..], ..], \"readout\": [..],",
      "\"inputs\": [[..], ..], \"targets\": [..]}, one matrix for each hidden layer, a row for each neuron;",
      "numbers are exact decimals, or texts such as \"1/3\". f = readout . x_H, x_l = m_l^(-1/2) act(W_l",
      "x_(l-1)); act is tanh, sigmoid, softplus or erf. The loss is 1/(2n) sum (f(x_b) - y_b)^2."
    },
    exitCodeList = {
      "0:every value was certified, or none was asked to be",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some values could not be certified; they are named on standard error"
    })
public final class HierarchyCommand implements Callable<Integer> {
  private static final int MOST_DIGITS = 1_000;
  private static final WholeNumberList ORDERS = new WholeNumberList("--kernels", 1, 12);
  private static final WholeNumberList CUTS = new WholeNumberList("--truncate", 2, 12);
  private static final WholeNumberList COPIES = new WholeNumberList("--copies", 1, 100_000_000);

  private final Streams streams;

  @Parameters(paramLabel = "NET", description = "The network and its data.")
  private String file;

  @Option(
      names = "--kernels",
      paramLabel = "LIST",
      description = "Print the kernels K_r of these orders r, certified (default 1..3; K_1 is f).")
  private String kernels;

  @Option(
      names = "--flow",
      paramLabel = "T",
      description =
          "Train the network to the time T, and solve the hierarchies cut off beside it (default 4).")
  private String flow;

  @Option(
      names = "--truncate",
      paramLabel = "LIST",
      description = "The orders p at which the hierarchy is cut off (default 2,3,4).")
  private String truncate;

  @Option(
      names = "--times",
      paramLabel = "LIST",
      description = "Times to show, as in 1/2,1,2 (default T/8, T/4, T/2 and T).")
  private String times;

  @Option(
      names = "--entries",
      description = "Show f and K_2 at these times, not their errors only.")
  private boolean entries;

  @Option(
      names = "--certify",
      description = "Enclose both flows: every digit of the errors is proved (default: doubles).")
  private boolean certify;

  @Option(
      names = "--scaling",
      description =
          "Replicate the neurons of a network of one hidden layer, with their mirrors, and print the"
              + " error against the width: the exponent is floor(p/2), not p/2.")
  private boolean scaling;

  @Option(
      names = "--copies",
      paramLabel = "LIST",
      description = "For --scaling: numbers of copies, squares (default 1,4,16,64,256).")
  private String copies;

  @Mixin private DigitsOption precision;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  public HierarchyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    boolean isFlow = Stream.of(flow, times).anyMatch(x -> x != null) || certify || entries;
    if (kernels != null && (isFlow || truncate != null || scaling)) {
      throw new UsageException("--kernels asks for no flow; leave it out, or the other options");
    }
    if (scaling && (certify || entries)) {
      throw new UsageException("--scaling is in doubles, and prints errors only");
    }
    if (copies != null && !scaling) {
      throw new UsageException("--copies is for --scaling");
    }
    NetworkInstance network = InputFile.network(file);
    if (scaling) {
      return write(() -> scaling(network));
    }
    return isFlow || truncate != null ? flow(network) : kernels(network);
  }

  private int kernels(NetworkInstance network) {
    List<Integer> orders = ORDERS.parse(kernels == null ? "1..3" : kernels);
    askMemory(network, orders.get(orders.size() - 1));
    List<KernelEntry> gaps = new ArrayList<>();
    write(
        () -> {
          List<KernelEntry> found = KernelEntry.of(network, orders, precision.digits());
          found.stream().filter(entry -> !entry.value().isCertified()).forEach(gaps::add);
          return new HierarchyKernelsReport(network, precision.digits()).of(found);
        });
    gaps.forEach(gap -> tellGap("K_%d at %s".formatted(gap.order(), gap.indices()), gap.value()));
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }

  private int flow(NetworkInstance network) {
    List<Integer> orders = orders(network, "2..4");
    Truncation truncation =
        new Truncation(new TruncationFlows(network, orders, shownTimes()), entries);
    if (!certify) {
      List<Observation<Certification<Double>>> gaps = new ArrayList<>();
      write(
          () -> {
            List<Observation<Certification<Double>>> rows = truncation.inDoubles();
            rows.stream().filter(row -> !row.value().isCertified()).forEach(gaps::add);
            return report(network, orders).ofDoubles(rows);
          });
      gaps.forEach(gap -> streams.tell(subject(gap) + ": " + gap.value().refusal().orElseThrow()));
      return ExitCode.DONE;
    }
    List<Observation<Certification<CertifiedValue>>> gaps = new ArrayList<>();
    write(
        () -> {
          List<Observation<Certification<CertifiedValue>>> rows =
              truncation.certified(precision.digits());
          rows.stream().filter(row -> !row.value().isCertified()).forEach(gaps::add);
          return report(network, orders).ofCertified(rows);
        });
    gaps.forEach(gap -> tellGap(subject(gap), gap.value()));
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }

  private TruncationReport report(NetworkInstance network, List<Integer> orders) {
    List<Integer> cheap =
        orders.stream().filter(order -> SmallTimeLaw.isAffordable(network, order)).toList();
    return new TruncationReport(
        network, SmallTimeLaw.of(network, cheap, precision.digits()), precision.digits());
  }

  private Document scaling(NetworkInstance network) {
    if (network.network().widths().size() > 1) {
      throw new UsageException(
          "--scaling asks for one hidden layer: copies of neurons stay alike in one only");
    }
    ScalingExperiment experiment =
        new ScalingExperiment(network, roots(), orders(network, "2..5"), shownTimes());
    return new ScalingReport(experiment).of(experiment.rows(Context.current()));
  }

  /**
   * @param otherwise the orders where none are given
   */
  private List<Integer> orders(NetworkInstance network, String otherwise) {
    List<Integer> orders = CUTS.parse(truncate == null ? otherwise : truncate);
    askMemory(network, orders.get(orders.size() - 1));
    return orders;
  }

  private List<Integer> roots() {
    List<Integer> roots = new ArrayList<>();
    for (int number : COPIES.parse(copies == null ? "1,4,16,64,256" : copies)) {
      int root = (int) Math.round(Math.sqrt(number));
      if (root * root != number) {
        throw new UsageException("--copies: %d is no square of an integer".formatted(number));
      }
      roots.add(root);
    }
    return roots;
  }

  private List<Rational> shownTimes() {
    Rational end = flow == null ? Rational.of(4) : time("--flow", flow);
    if (end.signum() <= 0) {
      throw new UsageException("--flow: a time is positive");
    }
    if (times == null) {
      return Stream.of(8, 4, 2, 1).map(part -> end.divide(part)).toList();
    }
    List<Rational> shown =
        Arrays.stream(times.split(",", -1))
            .map(t -> time("--times", t))
            .sorted()
            .distinct()
            .toList();
    Rational last = shown.get(shown.size() - 1);
    if (shown.get(0).signum() <= 0 || flow != null && last.compareTo(end) > 0) {
      throw new UsageException("--times: times are positive, and at most that of --flow");
    }
    return shown;
  }

  private static Rational time(String option, String text) {
    return NumberSyntax.rational(option + ": " + text, text.strip(), MOST_DIGITS);
  }

  private static void askMemory(NetworkInstance network, int order) {
    new HierarchySize(network.data().size(), order)
        .refusal(Runtime.getRuntime().maxMemory())
        .ifPresent(
            why -> {
              throw new UsageException(why);
            });
  }

  private int write(Supplier<Document> document) {
    try (Destination destination = output.openBeside(streams, file)) {
      output.write(document.get(), destination);
    }
    return ExitCode.DONE;
  }

  private static String subject(Observation<?> row) {
    String system = row.order().isEmpty() ? "the network" : "p = " + row.order().getAsInt();
    return "%s of %s at t = %s"
        .formatted((Words.of(row.quantity()) + " " + row.indices()).strip(), system, row.time());
  }

  private void tellGap(String subject, Certification<?> value) {
    streams.tell("%s not certified: %s".formatted(subject, value.refusal().orElseThrow()));
  }
}
