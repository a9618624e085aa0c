package dev.zonal.cli.store;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.document.Origin;
import dev.zonal.store.Store;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where numbers are kept from one run to the next. */
public final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "FILE",
      description =
          "Keep every number in FILE as soon as it is certified, and take from there what an earlier"
              + " run, or one beside this, has found: no end of a run loses what is finished. Columns"
              + " of other numbers are not kept. See 'zonal store'.")
  private String file;

  public boolean isGiven() {
    return file != null;
  }

  /**
   * Opens the output, which may not take the place of the store.
   *
   * @throws UsageException if it would, or cannot be written
   */
  public Destination openBeside(OutputOptions output, Streams streams) {
    return file == null ? output.open(streams) : output.openBeside(streams, file);
  }

  /**
   * Computes with a source of numbers, behind the store if there is one.
   *
   * @param kept the source that asks the store before another one
   */
  public <S, T> T around(S source, BiFunction<Store, S, S> kept, Function<S, T> work) {
    if (file == null) {
      return work.apply(source);
    }
    try (Store store = Store.open(file, Origin.thisProgram())) {
      return work.apply(kept.apply(store, source));
    }
  }
}
