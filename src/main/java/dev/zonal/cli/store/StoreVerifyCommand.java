package dev.zonal.cli.store;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.ValueGrid;
import dev.zonal.report.StoreReport;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Words;
import dev.zonal.store.Store;
import dev.zonal.store.StoreAudit;
import dev.zonal.store.StoreAudit.Finding;
import dev.zonal.store.StoreAudit.Verdict;
import dev.zonal.store.StoreKey;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal store verify}: whether what is in a store is true. */
@Command(
    name = "verify",
    description = {
      "Check a store: the file, every row, and a sample of the rows by computing them again.",
      "A row must have the seal that it was written with and an enclosure that proves its digits; a",
      "row that is computed again, of whatever version, must have the same digits and an enclosure",
      "that meets the computed one."
    },
    footer = {
      "  zonal store verify numbers.db",
      "  zonal store verify numbers.db --sample 500 --seed 2",
      "  zonal store verify numbers.db --all --remove"
    },
    exitCodeList = {
      "0:nothing is wrong",
      "1:internal failure",
      "2:bad usage, no store, or unwritable output",
      "3:the file is damaged, or numbers are not what is computed; each is named on standard error",
      "4:some could not be computed again; they are named on standard error"
    })
final class StoreVerifyCommand implements Callable<Integer> {
  /** How many rows are computed again. */
  static final class Count extends WholeNumber {
    Count() {
      super(0, 1_000_000);
    }
  }

  /** Of the sample. */
  static final class Seed extends WholeNumber {
    Seed() {
      super(0, Integer.MAX_VALUE);
    }
  }

  private static final int SAMPLE = 20;

  private final Streams streams;
  private final EigenvalueGrid.Source eigenvalues;

  @Parameters(paramLabel = "FILE", description = "The store.")
  private String file;

  @Option(
      names = "--sample",
      paramLabel = "N",
      converter = Count.class,
      description = "Compute N rows again, 0 to 10^6 (default 20).")
  private Integer sample;

  @Option(names = "--all", description = "Compute all rows again.")
  private boolean all;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      converter = Seed.class,
      description = "By which the sample is chosen, 0 to 2^31 - 1 (default 1).")
  private int seed;

  @Option(
      names = "--remove",
      description =
          "Remove the rows that are damaged or disagree: the next run computes them again.")
  private boolean remove;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  StoreVerifyCommand(Streams streams, EigenvalueGrid.Source eigenvalues) {
    this.streams = streams;
    this.eigenvalues = eigenvalues;
  }

  @Override
  public Integer call() {
    if (all && sample != null) {
      throw new UsageException("--all computes all rows, and --sample some of them");
    }
    OptionalInt chosen =
        all ? OptionalInt.empty() : OptionalInt.of(sample == null ? SAMPLE : sample);
    StoreAudit audit = new StoreAudit(eigenvalues, ValueGrid::computed, chosen, seed);
    try (Destination destination = output.openBeside(streams, file)) {
      StoreAudit.Result result = result(audit);
      output.write(StoreReport.of(audit, result), destination);
      result.faults().forEach(fault -> streams.tell("the file is damaged: " + fault));
      for (Finding finding : result.findings()) {
        streams.tell(
            "%s %s: %s".formatted(finding.key(), Words.of(finding.verdict()), finding.reason()));
      }
      if (remove) {
        remove(result.findings());
      }
      return exitCode(result);
    }
  }

  private StoreAudit.Result result(StoreAudit audit) {
    try (Store store = Store.read(file, Origin.thisProgram())) {
      return audit.of(store, Context.current());
    }
  }

  private void remove(List<Finding> findings) {
    List<StoreKey> wrong =
        findings.stream()
            .filter(finding -> finding.verdict() != Verdict.UNDECIDED)
            .map(Finding::key)
            .toList();
    if (!wrong.isEmpty()) {
      try (Store store = Store.open(file, Origin.thisProgram())) {
        wrong.forEach(store::remove);
      }
      streams.tell("removed: " + wrong.size() + (wrong.size() == 1 ? " row" : " rows"));
    }
  }

  private static int exitCode(StoreAudit.Result result) {
    if (!result.faults().isEmpty()
        || result.has(Verdict.DAMAGED)
        || result.has(Verdict.DISAGREES)) {
      return ExitCode.REFUTED;
    }
    return result.isSound() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }
}
