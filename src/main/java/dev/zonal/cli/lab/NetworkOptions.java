package dev.zonal.cli.lab;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.Unit;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.report.document.Words;
import dev.zonal.text.Quotation;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which networks a command is about, and how many of them are drawn. */
final class NetworkOptions {
  private static final int LONGEST_NUMBER = 1_000;
  private static final int MOST_OF_LIST = 64;
  private static final int DEEPEST = 1_000;
  private static final int WIDEST = 65_536;
  private static final int LONGEST_SIDE = 4_096;

  /** Variances of weights and biases, as they are written. */
  record Variances(String weights, String biases) {}

  @Option(
      names = "--act",
      paramLabel = "relu|linear|erf|tanh",
      completionCandidates = Units.class,
      description = "The activation phi (default relu; erf and tanh to train).")
  private Unit unit;

  @Option(
      names = "--depth",
      paramLabel = "L",
      description =
          "The number of hidden layers, 1 to 1000 (default 1; to train 3, or a list such as 8,64).")
  private String depth;

  @Option(
      names = "--widths",
      paramLabel = "LIST",
      description =
          "Widths n from 2 to 65536, drawn up to 4096 (default 8,32,128; to train 64,128,256 or 64).")
  private String widths;

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
      description = "The variance of the weights of erf and tanh (default 3/2; 1.05 for depth).")
  private String weightVariance;

  @Option(
      names = "--sb2",
      paramLabel = "S",
      description = "The variance of their biases (default 1/10; 2.01e-5 for depth).")
  private String biasVariance;

  @Option(
      names = "--nets",
      paramLabel = "B",
      converter = Nets.class,
      description =
          "Draw B networks of each kind, 2 to 10000000, or none by 0 (default 240000/n; to train"
              + " 20).")
  private Integer nets;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "What is drawn depends on S, an integer, and on nothing else (default 1).")
  private long seed;

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

  /** A number of networks. */
  static final class Nets extends WholeNumber {
    Nets() {
      super(0, 10_000_000);
    }
  }

  /**
   * For networks whose layers are given otherwise.
   *
   * @throws UsageException if they are given by these options as well
   */
  void refuseArchitecture() {
    if (unit != null || depth != null || weightVariance != null || biasVariance != null) {
      throw new UsageException("--act, --depth, --sw2 and --sb2 are not for --cnn; SPEC says them");
    }
  }

  Initialisation readout() {
    return readout;
  }

  List<Initialisation> hidden() {
    return hidden.stream().distinct().toList();
  }

  long seed() {
    return seed;
  }

  /**
   * How many networks were asked for.
   *
   * @throws UsageException if that is one
   */
  OptionalInt nets() {
    if (nets == null) {
      return OptionalInt.empty();
    }
    if (nets == 1) {
      throw new UsageException("--nets 1: a deviation needs two networks");
    }
    return OptionalInt.of(nets);
  }

  /** The widths, in the order given, each once. */
  List<Integer> widths(String usual) {
    return numbers("--widths", widths == null ? usual : widths, 2, WIDEST);
  }

  /** The depths, likewise. */
  List<Integer> depths(String usual) {
    return numbers("--depth", depth == null ? usual : depth, 1, DEEPEST);
  }

  /**
   * The one number of a list.
   *
   * @throws UsageException if there are more
   */
  static int single(String name, List<Integer> numbers) {
    if (numbers.size() > 1) {
      throw new UsageException("%s is one number here, not %s".formatted(name, numbers.size()));
    }
    return numbers.get(0);
  }

  /**
   * For networks that are drawn.
   *
   * @param side the longer side of one of their matrices
   * @throws UsageException if it is too long
   */
  static void requireDrawable(long side) {
    if (side > LONGEST_SIDE) {
      throw new UsageException(
          "networks with matrices of %s x %s numbers, %s MB each, are not drawn; %s is the most"
                  .formatted(side, side, side * side * Double.BYTES / 1_000_000, LONGEST_SIDE)
              + ", and --nets 0 prints the laws alone");
    }
  }

  /** Networks of one depth. */
  NetworkFamily family(Unit usual, int layers, int inputs, Variances variances) {
    Unit chosen = unit == null ? usual : unit;
    if (chosen.isHomogeneous() && (weightVariance != null || biasVariance != null)) {
      throw new UsageException(
          "--sw2 and --sb2 are for erf and tanh; %s keeps lengths and has no biases"
              .formatted(Words.of(chosen)));
    }
    return new NetworkFamily(
        chosen,
        layers,
        inputs,
        readout,
        variance("--sw2", weightVariance, variances.weights, Range.POSITIVE),
        variance("--sb2", biasVariance, variances.biases, Range.NON_NEGATIVE));
  }

  private static Rational variance(String name, String text, String usual, Range range) {
    String written = text == null ? usual : text.strip();
    Rational value = NumberSyntax.rational(name, written, LONGEST_NUMBER);
    range.check(name, value);
    return value;
  }

  private static List<Integer> numbers(String name, String list, int least, int most) {
    List<Integer> numbers =
        Stream.of(list.split(",", -1))
            .map(text -> number(name, text.strip(), least, most))
            .distinct()
            .toList();
    if (numbers.size() > MOST_OF_LIST) {
      throw new UsageException(
          "%s: %s numbers are too many; %s is the most"
              .formatted(name, numbers.size(), MOST_OF_LIST));
    }
    return numbers;
  }

  private static int number(String name, String text, int least, int most) {
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new UsageException(
          "%s: %s is not allowed, allowed are integers from %s to %s"
              .formatted(name, Quotation.of(text), least, most));
    }
    return number;
  }
}
