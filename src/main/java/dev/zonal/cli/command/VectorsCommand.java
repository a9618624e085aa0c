package dev.zonal.cli.command;

import dev.zonal.cli.option.ScaleOption;
import dev.zonal.cli.option.SphereList;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.CommandWords;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.kernel.specification.CatalogueEntry;
import dev.zonal.kernel.specification.KernelRange;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.array.DoubleMatrix;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Origin;
import dev.zonal.report.writer.DocumentWriter;
import dev.zonal.spectrum.Engine;
import dev.zonal.text.Quotation;
import dev.zonal.vectors.Manifest;
import dev.zonal.vectors.VectorDocument;
import dev.zonal.vectors.VectorSet;
import dev.zonal.vectors.VectorSet.EntryRow;
import dev.zonal.vectors.VectorSet.Found;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonal vectors}: reference values for tests in other languages. */
@Command(
    name = "vectors",
    description = {
      "Write reference values of kernels for tests in other languages: values at points that are "
          + "hard, eigenvalues, Gram matrices.",
      "Each number as a decimal of proved digits, as the nearest double in decimal and hexadecimal, "
          + "and how many ulps apart the two are. Points are doubles as well, and meant exactly."
    },
    footer = {
      "  zonal vectors fcntk:L=1..3 laplace:c=1 --output vectors",
      "  zonal vectors resntk:L=3,alpha=1/2 --dimension 3,10 --k 0..50 --digits 30 --output vectors",
      "  zonal vectors --catalogue --dimension 2,3,5 --k 0..8,20,100 --points 6 --output vectors",
      "",
      "Files in the directory:",
      "  values.csv, values.json            f at cosines, angles and chords",
      "  eigenvalues.csv, eigenvalues.json  for the probability measure (with --dimension)",
      "  matrices.csv, matrices.json        between points (with --points)",
      "  points.npy, matrix-1.npy, ...      the same for NumPy, a matrix for each kernel",
      "  manifest.json                      the version, the command, SHA-256 of each file"
    },
    exitCodeList = {
      "0:every number was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some could not be certified; they are named on standard error, and missing"
    })
public final class VectorsCommand implements Callable<Integer> {
  /** Enough for a double to be read back from them. */
  static final class Digits extends WholeNumber {
    Digits() {
      super(17, 1000);
    }
  }

  /** Of a matrix. */
  static final class Count extends WholeNumber {
    Count() {
      super(0, 200);
    }
  }

  private static final String NO_SPHERE = "";

  private final Streams streams;
  private final Engine engine;

  @Parameters(
      arity = "0..*",
      paramLabel = "SPEC",
      description = "The kernels; several at once: 'fcntk:L=1..5' and 'resntk:L=2,alpha={1/2,1}'.")
  private List<String> specifications = List.of();

  @Option(
      names = "--catalogue",
      description = "Instead: an example of every kernel that 'zonal kernels' lists.")
  private boolean catalogue;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      defaultValue = NO_SPHERE,
      description = "Eigenvalues on the unit sphere of R^D too; several as 3,5 or 2..10.")
  private String dimensions;

  @Option(
      names = "--k",
      paramLabel = "LIST",
      defaultValue = "0..20",
      description = "Frequencies of the eigenvalues, such as 0..20,100 (default 0..20).")
  private String frequencies;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "0",
      converter = Count.class,
      description = "Gram matrices between N points too, 0 to 200 (default 0: none).")
  private int points;

  @Option(
      names = "--digits",
      paramLabel = "P",
      defaultValue = "25",
      converter = Digits.class,
      description = "Significant digits to prove, 17 to 1000 (default 25).")
  private int digits;

  @Mixin private ScaleOption scale;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "The directory; made where there is none. One with other files is refused.")
  private String directory;

  @Mixin private TimeLimit limit;

  @Spec private CommandSpec command;

  private final Manifest manifest = new Manifest();
  private final List<String> gaps = new ArrayList<>();

  public VectorsCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    VectorSet set = set();
    Path folder = folder();
    write(folder, set);
    gaps.forEach(gap -> streams.tell("not certified: " + gap));
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }

  private VectorSet set() {
    if (catalogue == !specifications.isEmpty()) {
      throw new UsageException(
          catalogue
              ? "--catalogue and kernels exclude each other"
              : "missing kernels or --catalogue; see 'zonal vectors --help'");
    }
    List<Kernel> kernels =
        catalogue
            ? Catalogue.entries().stream()
                .map(CatalogueEntry::example)
                .map(KernelSpecification::parse)
                .toList()
            : specifications.stream()
                .flatMap(text -> KernelRange.parse(text).stream())
                .distinct()
                .toList();
    return new VectorSet(
        kernels,
        dimensions.isEmpty() ? List.of() : SphereList.parse(dimensions),
        PointList.frequencies(frequencies),
        points,
        digits,
        scale.scale());
  }

  /** The directory, which is there, and has nothing in it but what this command once wrote. */
  private Path folder() {
    try {
      Path folder = Path.of(directory);
      Files.createDirectories(folder);
      boolean isOurs = Files.exists(folder.resolve(Manifest.NAME));
      try (Stream<Path> files = Files.list(folder)) {
        if (!isOurs && files.findAny().isPresent()) {
          throw new UsageException(
              Quotation.of(directory)
                  + " has other files in it; --output is to be a new directory");
        }
      }
      return folder;
    } catch (InvalidPathException | IOException e) {
      throw new UsageException(
          "cannot write to " + Quotation.of(directory) + ": " + e.getMessage());
    }
  }

  private void write(Path folder, VectorSet set) {
    Origin origin = Origin.of(CommandWords.of(command));
    if (!set.functions().isEmpty()) {
      var values = kept(set.values(Context.current()));
      write(folder, "values", "values f(x)", VectorDocument.ofValues(set, values), values.size());
    }
    if (!set.dimensions().isEmpty()) {
      var eta = kept(set.eigenvalues(engine, Context.current()));
      write(
          folder, "eigenvalues", "eigenvalues", VectorDocument.ofEigenvalues(set, eta), eta.size());
    }
    if (set.points() > 0 && !set.functions().isEmpty()) {
      List<EntryRow> entries = kept(set.matrices(Context.current()));
      write(
          folder,
          "matrices",
          "entries of Gram matrices",
          VectorDocument.ofEntries(set, entries),
          entries.size());
      write(folder, "points.npy", "the points of the matrices", VectorDocument.points(set));
      int number = 0;
      for (Kernel kernel : entries.stream().map(EntryRow::kernel).distinct().toList()) {
        String name = "matrix-" + ++number + ".npy";
        write(folder, name, kernel.toString(), VectorDocument.matrix(set, entries, kernel));
      }
    }
    write(
        folder,
        Manifest.NAME,
        bytes(out -> DocumentWriter.write(manifest.document(), Format.JSON, origin, out)));
  }

  private <R extends VectorSet.Row> List<R> kept(Found<R> found) {
    gaps.addAll(found.gaps());
    return found.rows();
  }

  private void write(Path folder, String name, String about, Document document, int rows) {
    Origin origin = Origin.of(CommandWords.of(command));
    for (Format format : List.of(Format.CSV, Format.JSON)) {
      String file = name + (format == Format.CSV ? ".csv" : ".json");
      byte[] content = bytes(out -> DocumentWriter.write(document, format, origin, out));
      manifest.add(file, about, rows, content);
      write(folder, file, content);
    }
  }

  private void write(Path folder, String name, String about, DoubleMatrix matrix) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      matrix.write(content);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    manifest.add(name, about, matrix.rows(), content.toByteArray());
    write(folder, name, content.toByteArray());
  }

  private static byte[] bytes(Destination.Content document) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(content, StandardCharsets.UTF_8)) {
      document.write(out);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return content.toByteArray();
  }

  private void write(Path folder, String name, byte[] content) {
    try (Destination destination = Destination.of(folder.resolve(name).toString(), streams)) {
      destination.writeBytes(out -> out.write(content));
    }
  }
}
