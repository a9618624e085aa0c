package dev.zonal.cli.store;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.kernel.specification.KernelRange;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Origin;
import dev.zonal.report.grid.GridReport;
import dev.zonal.store.Store;
import dev.zonal.store.StoredBlocks;
import dev.zonal.store.StoredGrid;
import dev.zonal.store.StoredGrid.Kind;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal store export}: the rows of a store as the commands that filled it print them. */
@Command(
    name = "export",
    description = {
      "Print the rows of a store as the commands that filled it print them, and compute nothing.",
      "They are those of 'zonal spectrum' or, with --values, those of 'zonal kernel', k and u",
      "ascending. Rows of other versions of the program are left out, which is said on standard",
      "error."
    },
    footer = {
      "  zonal store export numbers.db",
      "  zonal store export numbers.db fcntk:L=2 --dimension 3 --format csv",
      "  zonal store export numbers.db --values --digits 50"
    },
    exitCodeList = {
      "0:done",
      "1:internal failure",
      "2:bad usage, no store, nothing to print, or unwritable output"
    })
final class StoreExportCommand implements Runnable {
  private final Streams streams;

  @Parameters(index = "0", paramLabel = "FILE", description = "The store.")
  private String file;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SPEC",
      description = "The kernels, in this order (default: all that are there).")
  private List<String> kernels = List.of();

  @Option(names = "--values", description = "Values of kernels in place of eigenvalues.")
  private boolean values;

  @Mixin private GridOptions options;

  @Mixin private OutputOptions.OfTable output;

  StoreExportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    try (Destination destination = output.openBeside(streams, file);
        Store store = Store.read(file, Origin.thisProgram())) {
      List<StoredGrid> chosen = chosen(store.grids());
      StoredBlocks blocks = new StoredBlocks(store);
      output.write(values ? values(chosen, blocks) : eigenvalues(chosen, blocks), destination);
      if (store.others() > 0) {
        streams.tell(
            "left out are %d numbers that other versions of the program found"
                .formatted(store.others()));
      }
    }
  }

  private Document eigenvalues(List<StoredGrid> grids, StoredBlocks blocks) {
    return GridReport.ofEigenvalues(present(grids, blocks::eigenvalues));
  }

  private Document values(List<StoredGrid> grids, StoredBlocks blocks) {
    return GridReport.ofValues(present(grids, blocks::values));
  }

  /** What there is of this version; the rest is named. */
  private <B> List<B> present(List<StoredGrid> grids, Function<StoredGrid, Optional<B>> block) {
    List<B> present = new ArrayList<>();
    for (StoredGrid grid : grids) {
      block.apply(grid).ifPresent(present::add);
    }
    if (present.isEmpty()) {
      throw nothing("numbers of this version");
    }
    return present;
  }

  private UsageException nothing(String what) {
    return new UsageException("the store " + Quotation.of(file) + " has no " + what);
  }

  /** The grids that were asked for, in their order: one document has one form of numbers. */
  private List<StoredGrid> chosen(List<StoredGrid> all) {
    List<StoredGrid> some =
        all.stream()
            .filter(grid -> grid.kind() == (values ? Kind.VALUE : Kind.EIGENVALUE))
            .filter(options::allow)
            .toList();
    if (some.isEmpty()) {
      throw nothing("such " + (values ? "values" : "eigenvalues"));
    }
    if (!kernels.isEmpty()) {
      some = inOrder(some);
    }
    requireOne(some, StoredGrid::digits, "digits", "--digits");
    requireOne(some, StoredGrid::scale, "scales", "--scale");
    requireOne(some, StoredGrid::measure, "measures", "--normalization");
    return some;
  }

  private List<StoredGrid> inOrder(List<StoredGrid> some) {
    Set<String> names =
        kernels.stream()
            .flatMap(specification -> KernelRange.parse(specification).stream())
            .map(Objects::toString)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<StoredGrid> ordered = new ArrayList<>();
    for (String name : names) {
      List<StoredGrid> of = some.stream().filter(grid -> grid.kernel().equals(name)).toList();
      if (of.isEmpty()) {
        throw nothing("such numbers of " + name);
      }
      ordered.addAll(of);
    }
    return ordered;
  }

  private void requireOne(
      List<StoredGrid> grids, Function<StoredGrid, ?> property, String what, String option) {
    Set<String> several =
        grids.stream()
            .map(grid -> property.apply(grid).toString())
            .collect(Collectors.toCollection(TreeSet::new));
    if (several.size() > 1) {
      throw new UsageException(
          "the store %s has numbers of several %s, %s: choose one by %s"
              .formatted(Quotation.of(file), what, String.join(", ", several), option));
    }
  }
}
