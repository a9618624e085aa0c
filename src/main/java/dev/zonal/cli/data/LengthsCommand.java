package dev.zonal.cli.data;

import dev.zonal.arithmetic.Certification;
import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.ScaleOption;
import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.data.length.LengthEigenvalue;
import dev.zonal.data.length.LengthEntry;
import dev.zonal.data.length.LengthKernel;
import dev.zonal.data.length.LengthMatrix;
import dev.zonal.data.length.LengthSpectrum;
import dev.zonal.report.LengthReport;
import dev.zonal.spectrum.Engine;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal lengths}: spectra of kernels between sequences of several lengths. */
@Command(
    name = "lengths",
    description =
        "Print the spectrum of a recurrent kernel on the sphere and several lengths of sequences:"
            + " a matrix for each frequency, every digit proved.",
    footer = {
      "  zonal lengths rntk --lengths 1..3 --dimension 3 --k 0..10",
      "  zonal lengths rntk:L=2,sw2=1,sb2=1/10 --lengths 2,5,10 --dimension 3 --k 0..10 --spectrum",
      "  zonal lengths rnngp:sw2=3/2 --profiles '1;1,1/2;1,1/2,1/4' --dimension 2 --k 0..4",
      "  zonal lengths rntk:sh2=1/8 --lengths 3 --dimension 3 --k 0..20",
      "",
      "A sequence of T steps is T times one point x of the sphere (or its multiples), with |x|^2",
      "equal to the dimension; the kernel between sequences of T and T' steps is a function of the",
      "cosine, whose eigenvalue at k is the entry T,T' of the matrix. The eigenvalues of the matrices",
      "are those of the kernel on all these sequences, each as often as there are spherical",
      "harmonics of degree k. SPEC is a kernel of sequences (rntk or rnngp) as 'zonal gram' has it.",
      "--scale unit: over the roots of the values of the sequences with themselves."
    },
    exitCodeList = {
      "0:every number was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some numbers could not be certified; they are named on standard error"
    })
public final class LengthsCommand implements Callable<Integer> {
  private final Streams streams;
  private final Engine engine;

  @Parameters(
      index = "0",
      paramLabel = "SPEC",
      description = "The kernel of sequences, as in rntk:L=2,sw2=1.")
  private String specification;

  @Mixin private LengthList list;

  @Mixin private SphereOption sphere;

  @Option(
      names = "--k",
      required = true,
      paramLabel = "LIST",
      description = "Frequencies, 0 to 10^18, such as 0..20,100,1e6; see 'zonal help spectrum'.")
  private String frequencies;

  @Option(
      names = "--spectrum",
      description = "In place of the matrices: their eigenvalues, from the smallest one on.")
  private boolean spectrum;

  @Mixin private DigitsOption precision;

  @Mixin private ScaleOption scale;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  public LengthsCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    LengthKernel kernel = LengthKernel.parse(specification, list.profiles());
    SortedSet<Long> wanted = PointList.frequencies(frequencies);
    int digits = precision.digits();
    LengthMatrix matrix =
        new LengthMatrix(engine, kernel.lengths(), scale.scale(), sphere.dimension());
    LengthReport report = new LengthReport(kernel, matrix, digits);
    try (Destination destination = output.open(streams)) {
      if (spectrum) {
        List<LengthEigenvalue> rows =
            new LengthSpectrum(matrix, wanted, digits, Context.current()).eigenvalues();
        output.write(report.ofEigenvalues(rows), destination);
        rows.forEach(row -> tell("k,i = " + row.frequency() + "," + row.number(), row.value()));
        return exit(rows.stream().allMatch(row -> row.value().isCertified()));
      }
      List<LengthEntry> rows = matrix.entries(wanted, digits, Context.current());
      output.write(report.ofEntries(rows), destination);
      rows.forEach(
          row ->
              tell(
                  "k,T,T' = " + row.frequency() + "," + row.first() + "," + row.second(),
                  row.value()));
      return exit(rows.stream().allMatch(row -> row.value().isCertified()));
    }
  }

  private void tell(String place, Certification<?> value) {
    value.refusal().ifPresent(reason -> streams.tell(place + " not certified: " + reason));
  }

  private static int exit(boolean isComplete) {
    return isComplete ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }
}
