package dev.zonal.cli.data;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.ScaleOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.data.classification.Candidate;
import dev.zonal.data.classification.LabelledPoints;
import dev.zonal.data.classification.Prediction;
import dev.zonal.data.classification.Score;
import dev.zonal.data.classification.Selection;
import dev.zonal.data.definite.Singularity;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.file.Labels;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.data.sequence.PaddedKernel;
import dev.zonal.data.sequence.Padding;
import dev.zonal.report.ClassificationReport;
import dev.zonal.report.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal classify}: labels by regression with a kernel, chosen by leaving one out. */
@Command(
    name = "classify",
    description = {
      "Classify points by regression with a kernel, one class against the rest: the exact number of",
      "points that get another label without themselves, for each kernel and ridge, the first with",
      "the fewest, and the labels that it gives to further points, every comparison proved."
    },
    footer = {
      "  zonal classify fcntk:L=1 fcntk:L=3 --points points.csv --labels labels.txt --ridge 1/10,1",
      "  zonal classify rntk:act=relu,sw2=2 --points train.tsv --at test.tsv --ridge 1/10 --normalised",
      "  zonal classify gaussian:c=1/8 --points words.txt --pad end --ridge 1e-3,1e-2,1e-1",
      "",
      "Points are those of 'zonal gram'. Labels are texts: the first field of every line of a file",
      "with tabs, as in the UCR archive, or a file with one a line.",
      "For each label, (K + r I) c = y with y = 1 at its points and -1 at all others; a point gets the",
      "label with the largest value of sum c_i K(x_i, .). What balls do not tell apart is undecided",
      "and said to be so, never guessed. The test error of further points whose labels are known is",
      "printed with its standard error."
    },
    exitCodeList = {
      "0:every comparison was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some comparisons could not be certified; they are named on standard error"
    })
public final class ClassifyCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      arity = "1..*",
      paramLabel = "SPEC",
      description = "The kernels, in the order of preference; see 'zonal kernels'.")
  private List<String> specifications;

  @Mixin private PointsOption points;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "The labels, one a line (default: those in the file of the points).")
  private String labels;

  @Option(
      names = "--ridge",
      required = true,
      split = ",",
      paramLabel = "R",
      converter = Ridge.class,
      description = "The ridges, exact numbers that are not negative, in the order of preference.")
  private List<Rational> ridges;

  @Option(
      names = "--at",
      paramLabel = "FILE",
      description = "Points that are to get a label, as those of --points.")
  private String at;

  @Option(
      names = "--at-labels",
      paramLabel = "FILE",
      description = "Their labels, one a line, for the test error (default: those in that file).")
  private String atLabels;

  @Option(names = "--normalised", description = "Take K(x,z)/sqrt(K(x,x) K(z,z)) for K(x,z).")
  private boolean normalised;

  @Option(
      names = "--pad",
      paramLabel = "start|end",
      completionCandidates = Paddings.class,
      description =
          "Read sequences, and take for kernels of vectors all their coordinates, with zeros at the"
              + " start or the end to the longest length.")
  private Padding padding;

  @Option(
      names = "--on-sphere",
      description = "Divide each point by its norm first; needed by kernels of the sphere only.")
  private boolean onSphere;

  @Mixin private ScaleOption scale;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** What a shell may complete to. */
  static final class Paddings extends Choice.Names {
    Paddings() {
      super(Padding.values());
    }
  }

  public ClassifyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (at == null && atLabels != null) {
      throw new UsageException("--at-labels needs the points of --at");
    }
    List<DataKernel<?>> kernels = new ArrayList<>();
    for (String specification : specifications) {
      kernels.add(kernel(specification));
    }
    return classify(kernels.get(0), kernels);
  }

  private DataKernel<?> kernel(String specification) {
    DataKernel<?> kernel = DataKernels.ALL.parse(specification, scale.scale(), onSphere);
    DataKernel<?> padded = padding == null ? kernel : padded(kernel);
    return normalised ? padded.normalised() : padded;
  }

  private DataKernel<?> padded(DataKernel<?> kernel) {
    if (kernel.inputs() == InputKind.SEQUENCES) {
      return kernel;
    }
    return ofVectors(kernel)
        .map(
            vectors ->
                new DataKernel<Sequence>(
                    vectors.specification(),
                    InputKind.SEQUENCES,
                    vectors.scale(),
                    new PaddedKernel(vectors.kernel(), padding),
                    Singularity::ofEqual))
        .orElseThrow(
            () ->
                new UsageException(
                    "--pad makes vectors of sequences, and "
                        + kernel.specification()
                        + " is a kernel of "
                        + kernel.inputs().name()));
  }

  @SuppressWarnings("unchecked")
  private static Optional<DataKernel<Vector>> ofVectors(DataKernel<?> kernel) {
    return kernel.inputs() == InputKind.VECTORS
        ? Optional.of((DataKernel<Vector>) kernel)
        : Optional.empty();
  }

  /** All kernels are of one kind of inputs, that of the first. */
  @SuppressWarnings("unchecked")
  private <X> int classify(DataKernel<X> first, List<DataKernel<?>> all) {
    List<DataKernel<X>> kernels = new ArrayList<>();
    for (DataKernel<?> kernel : all) {
      if (kernel.inputs() != first.inputs()) {
        throw new UsageException(
            "%s is a kernel of %s and %s one of %s; kernels of vectors take sequences with --pad"
                .formatted(
                    first.specification(),
                    first.inputs().name(),
                    kernel.specification(),
                    kernel.inputs().name()));
      }
      kernels.add((DataKernel<X>) kernel);
    }
    DataFile file = points.openForMatrix();
    LabelledPoints<X> training =
        new LabelledPoints<>(file.points(first.inputs()), labels(file, labels, "--labels"));
    Optional<DataFile> further = Optional.ofNullable(at).map(InputFile::open);
    Optional<Points<X>> others = further.map(f -> f.points(first.inputs()));
    Optional<Labels> truth = further.flatMap(f -> labels(f, atLabels));
    others.ifPresent(o -> truth.ifPresent(t -> t.requireFor(o)));
    try (Destination destination = output.openBeside(streams, inputs())) {
      Selection<X> selection = new Selection<>(training, kernels, ridges);
      Selection.Result result = selection.run(others, Context.current());
      ClassificationReport report = new ClassificationReport(selection, treatment());
      Optional<List<Prediction>> predictions = result.predictions().flatMap(Certification::value);
      Optional<Score> score = predictions.flatMap(p -> truth.map(t -> Score.of(p, t)));
      output.write(report.of(result.choice(), predictions, score), destination);
      return tellGaps(result, report);
    }
  }

  private static Labels labels(DataFile points, String file, String option) {
    return labels(points, file)
        .orElseThrow(
            () ->
                new UsageException("the file of the points has no labels; give them by " + option));
  }

  private static Optional<Labels> labels(DataFile points, String file) {
    return file == null ? points.labels() : Optional.of(InputFile.labels(file));
  }

  private List<String> treatment() {
    List<String> words = new ArrayList<>();
    if (onSphere) {
      words.add("divided by their norms");
    }
    if (padding != null) {
      words.add("zeros at the " + Words.of(padding) + " for kernels of vectors");
    }
    if (normalised) {
      words.add("kernels normalised to 1 at x = z");
    }
    return words;
  }

  private String[] inputs() {
    return Stream.of(points.name(), labels, at, atLabels)
        .filter(name -> name != null)
        .toArray(String[]::new);
  }

  private int tellGaps(Selection.Result result, ClassificationReport report) {
    int told = 0;
    for (Candidate candidate : result.choice().candidates()) {
      String what = report.name(candidate);
      Optional<String> why = candidate.leaveOneOut().refusal();
      told += tell(why.map(reason -> what + " not certified: " + reason));
      told +=
          tell(
              candidate
                  .leaveOneOut()
                  .value()
                  .filter(errors -> !errors.isDecided())
                  .map(
                      e -> what + ": undecided without themselves: points " + list(e.undecided())));
    }
    if (result.choice().chosen().isEmpty()) {
      told +=
          tell(
              Optional.of(
                  "the choice is not decided" + (at == null ? "" : ", and no label is given")));
    }
    told +=
        tell(
            result
                .predictions()
                .flatMap(Certification::refusal)
                .map(reason -> "labels not certified: " + reason));
    for (List<Prediction> all :
        result.predictions().flatMap(Certification::value).stream().toList()) {
      told +=
          IntStream.range(0, all.size())
              .filter(i -> !all.get(i).isDecided())
              .map(
                  i ->
                      tell(
                          Optional.of(
                              "label of point %s undecided between %s"
                                  .formatted(i + 1, String.join(", ", all.get(i).candidates())))))
              .sum();
    }
    return told == 0 ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }

  private static String list(List<Integer> numbers) {
    return String.join(", ", numbers.stream().map(String::valueOf).toList());
  }

  private int tell(Optional<String> message) {
    message.ifPresent(streams::tell);
    return message.isPresent() ? 1 : 0;
  }
}
