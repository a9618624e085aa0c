package dev.zonal.cli.data;

import dev.zonal.arithmetic.Certification;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.CommandWords;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.gram.Accuracy;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.GramCertificate;
import dev.zonal.data.gram.GramDefiniteness;
import dev.zonal.data.gram.GramEntry;
import dev.zonal.data.gram.GramMatrix;
import dev.zonal.data.gram.GramSpectrum;
import dev.zonal.data.gram.SensitivityProfile;
import dev.zonal.data.gram.StepSensitivity;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.sequence.RecurrentKernel;
import dev.zonal.report.GramDefinitenessReport;
import dev.zonal.report.GramReport;
import dev.zonal.report.GramSpectrumReport;
import dev.zonal.report.SensitivityReport;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Words;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.text.Quotation;
import dev.zonal.verifier.document.CertificateReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zonal gram}: certified values of a kernel between points. */
@Command(
    name = "gram",
    description =
        "Print the Gram matrix of a kernel between the points of a file, every digit proved.",
    footer = {
      "  zonal gram fcntk:L=3 --points points.csv",
      "  zonal gram ntk:act=erf,L=2,sw2=3/2,sb2=1/10 --points points.npy --output gram.npy",
      "  zonal gram laplace:c=1 --points points.json --on-sphere --digits 50 --format csv",
      "  zonal gram fcntk:L=3 --points points.csv --spectrum --digits 50",
      "  zonal gram fcntk:L=3 --points points.csv --definite",
      "  zonal gram fcntk:L=3 --points points.csv --spectrum --certificate least.json",
      "  zonal gram rntk:act=relu,sw2=2,readout=mean --points sequences.txt",
      "  zonal gram rntk:act=erf,sw2=4 --points sequences.txt --sensitivity --digits 6",
      "",
      "Points: one a line, coordinates separated by commas, with or without a line of names; or a",
      "JSON array of arrays; or an array of NumPy (.npy) of numbers, one point a row. Decimals and",
      "fractions such as 1/3 are exact, and a double is the number that it is.",
      "Sequences, for rntk and rnngp: one a line, steps separated by semicolons. Images, for cntk and",
      "cnngp: one a line, rows separated by bars, pixels by semicolons, channels by commas.",
      "The result has i,j,value for i <= j, from 1; .npy has the nearest double of every value."
    },
    exitCodeList = {
      "0:every value was certified, or the matrix is proven positive definite",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "3:the matrix is not positive definite (--definite)",
      "4:some values could not be certified; they are named on standard error"
    })
public final class GramCommand implements Callable<Integer> {
  /** As many numbers as a sensitivity has at the most. */
  private static final long MOST_STEPS = 1_000_000;

  /** Of an eigenvalue in a certificate, which 'zonal check' looks at. */
  private static final int MOST_CERTIFIED_DIGITS = 1000;

  private final Streams streams;

  @Mixin private KernelOption kernel;

  @Mixin private PointsOption points;

  @Option(
      names = "--sensitivity",
      description =
          "In place of the matrix: how much each step of each sequence weighs in it, for kernels of"
              + " sequences.")
  private boolean sensitivity;

  @Option(
      names = "--definite",
      description =
          "In place of the matrix: prove that it is positive definite, or singular by a theorem.")
  private boolean definite;

  @Option(
      names = "--spectrum",
      arity = "0..1",
      fallbackValue = "extremes",
      paramLabel = "extremes|all",
      completionCandidates = Parts.class,
      description =
          "In place of the matrix: its smallest and its largest eigenvalue and the condition number,"
              + " or all eigenvalues.")
  private Part spectrum;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "With --spectrum or --definite: write what is proved of the smallest eigenvalue to FILE as"
              + " data that 'zonal check' verifies.")
  private String certificate;

  @Mixin private DigitsOption precision;

  @Mixin private OutputOptions.OfMatrix output;

  @Mixin private TimeLimit limit;

  @Spec private CommandSpec command;

  /** Which eigenvalues are asked for. */
  public enum Part {
    EXTREMES,
    ALL
  }

  /** What a shell may complete to. */
  static final class Parts extends Choice.Names {
    Parts() {
      super(Part.values());
    }
  }

  public GramCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    DataKernel<?> of = kernel.kernel();
    requireOneQuestion();
    return sensitivity ? writeSensitivity(of) : write(of);
  }

  private void requireOneQuestion() {
    List<String> asked = new ArrayList<>();
    if (spectrum != null) {
      asked.add("--spectrum");
    }
    if (definite) {
      asked.add("--definite");
    }
    if (sensitivity) {
      asked.add("--sensitivity");
    }
    if (asked.size() > 1) {
      throw new UsageException(
          String.join(" and ", asked) + " ask for different things; give one of them");
    }
    if (certificate != null && spectrum == null && !definite) {
      throw new UsageException("--certificate is about --spectrum or --definite; give one of them");
    }
    if (certificate != null && precision.digits() > MOST_CERTIFIED_DIGITS) {
      throw new UsageException(
          "a certificate has at most %s digits, not %s"
              .formatted(MOST_CERTIFIED_DIGITS, precision.digits()));
    }
    if (spectrum != null && output.isArray()) {
      throw new UsageException("--format npy is for the matrix, not for --spectrum");
    }
    if (definite && !Set.of(Format.TEXT, Format.JSON).contains(output.format())) {
      throw new UsageException("--definite is no table; --format must be text or json");
    }
  }

  private int writeSensitivity(DataKernel<?> of) {
    if (!(of.kernel() instanceof RecurrentKernel recurrent)) {
      throw new UsageException("--sensitivity is about the steps of sequences, as in rntk");
    }
    if (output.isArray()) {
      throw new UsageException("--sensitivity has no format 'npy'; allowed are text, csv, json");
    }
    List<Sequence> sequences = points.open().points(InputKind.SEQUENCES).inputs();
    SensitivityProfile profile = new SensitivityProfile(sequences, recurrent);
    if (profile.size() > MOST_STEPS) {
      throw new UsageException(
          "--sensitivity has %s numbers for these sequences, and %s is the most"
              .formatted(profile.size(), MOST_STEPS));
    }
    try (Destination destination = output.openBeside(streams, points.name())) {
      List<StepSensitivity> rows =
          profile.certify(precision.digits(), Context.current(), streams::tell);
      if (rows.isEmpty()) {
        throw new UsageException("--sensitivity: the kernel has none of its three meanings");
      }
      SensitivityReport report = new SensitivityReport(of, sequences.size(), precision.digits());
      output.write(report.of(rows), destination);
      List<StepSensitivity> gaps = rows.stream().filter(r -> !r.value().isCertified()).toList();
      for (StepSensitivity gap : gaps) {
        streams.tell(
            "%s of step %s, i,j = %s,%s not certified: %s"
                .formatted(
                    Words.of(gap.measure()),
                    gap.step(),
                    gap.first(),
                    gap.second(),
                    gap.value().refusal().orElseThrow()));
      }
      return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
    }
  }

  private <X> int write(DataKernel<X> of) {
    DataFile file = points.openForMatrix();
    GramMatrix<X> matrix = new GramMatrix<>(file.points(of.inputs()), of.kernel());
    Accuracy accuracy = new Accuracy(precision.digits(), output.isArray());
    GramReport report = new GramReport(of, matrix.points().count(), accuracy, kernel.isOnSphere());
    try (Destination destination = output.openBeside(streams, points.name());
        Destination proof = openCertificate(destination)) {
      if (definite) {
        GramDefiniteness found = GramDefiniteness.of(of, matrix);
        int code = writeDefiniteness(found, report, destination);
        if (proof != null) {
          GramCertificate.ofDefiniteness(of, kernel.isOnSphere(), matrix, found)
              .ifPresentOrElse(
                  made -> writeCertificate(made, proof),
                  () -> streams.tell("no certificate written: the statement is undecided"));
        }
        return code;
      }
      if (spectrum != null) {
        GramSpectrum eigenvalues = GramSpectrum.of(matrix, precision.digits());
        int code = writeSpectrum(eigenvalues, report, destination);
        if (proof != null) {
          Certification<GramCertificate<X>> made =
              GramCertificate.ofSmallest(of, kernel.isOnSphere(), matrix, eigenvalues);
          made.value().ifPresent(value -> writeCertificate(value, proof));
          made.refusal()
              .ifPresent(reason -> streams.tell("no certificate written: lambda_min: " + reason));
        }
        return code;
      }
      List<GramEntry> entries = matrix.certify(accuracy, Context.current());
      output.write(report.of(entries), destination);
      return tellGaps(entries);
    }
  }

  /**
   * Opens the file at once, so that one that cannot be written is known before the work.
   *
   * @return null if no certificate is wanted
   */
  private Destination openCertificate(Destination result) {
    if (certificate == null) {
      return null;
    }
    if (result.replaces(certificate)) {
      throw new UsageException(
          "--output and --certificate are the same file " + Quotation.of(certificate));
    }
    Destination proof = Destination.of(certificate, streams);
    if (proof.replaces(points.name())) {
      proof.close();
      throw new UsageException(
          "--certificate and --points are the same file " + Quotation.of(certificate));
    }
    return proof;
  }

  /** One that 'zonal check' would not read, for its size or its longest number, is not written. */
  private void writeCertificate(GramCertificate<?> made, Destination destination) {
    Origin origin = Origin.of(CommandWords.of(command));
    StringWriter text = new StringWriter();
    try {
      CertificateDocument.write(made, origin, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    try {
      CertificateReader.read(new ByteArrayInputStream(bytes));
    } catch (CertificateReader.Unreadable why) {
      streams.tell("no certificate written, for 'zonal check' refuses it: " + why.getMessage());
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    destination.write(out -> out.append(text.getBuffer()));
  }

  private int writeDefiniteness(
      GramDefiniteness found, GramReport report, Destination destination) {
    output.write(new GramDefinitenessReport(report).of(found), destination);
    if (found instanceof GramDefiniteness.Positive) {
      return ExitCode.DONE;
    }
    return found instanceof GramDefiniteness.Undecided ? ExitCode.NOT_CERTIFIED : ExitCode.REFUTED;
  }

  private int writeSpectrum(GramSpectrum of, GramReport report, Destination destination) {
    List<GramSpectrum.Row> rows = spectrum == Part.ALL ? of.all() : of.extremes();
    output.write(new GramSpectrumReport(report).of(rows), destination);
    List<GramSpectrum.Row> gaps = rows.stream().filter(r -> !r.value().isCertified()).toList();
    gaps.forEach(
        row -> streams.tell(row.name() + " not certified: " + row.value().refusal().orElseThrow()));
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }

  /** Names what is not certified, in one line where neighbours failed for the same reason. */
  private int tellGaps(List<GramEntry> entries) {
    List<GramEntry> gaps = entries.stream().filter(entry -> !entry.value().isCertified()).toList();
    for (int first = 0, next; first < gaps.size(); first = next) {
      String reason = reason(gaps.get(first));
      next = first + 1;
      while (next < gaps.size() && reason(gaps.get(next)).equals(reason)) {
        next++;
      }
      String which = place(gaps.get(first));
      if (next > first + 1) {
        which += " to %s (%s values)".formatted(place(gaps.get(next - 1)), next - first);
      }
      streams.tell(which + " not certified: " + reason);
    }
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }

  private static String reason(GramEntry entry) {
    return entry.value().refusal().orElseThrow();
  }

  private static String place(GramEntry entry) {
    return "i,j = " + entry.row() + "," + entry.column();
  }
}
