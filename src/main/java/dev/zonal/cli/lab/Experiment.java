package dev.zonal.cli.lab;

import dev.zonal.context.StoppedException;
import dev.zonal.report.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that is drawn or trained, row by row. */
@FunctionalInterface
interface Experiment {
  /**
   * Does it.
   *
   * @param missing is told in a line if there was not time for all rows
   */
  Document run(Consumer<String> missing);

  /** The rows for which there is time, in order. */
  static <R> List<R> rows(List<Supplier<R>> all, Consumer<String> missing) {
    List<R> rows = new ArrayList<>();
    try {
      all.forEach(one -> rows.add(one.get()));
    } catch (StoppedException e) {
      missing.accept(
          "%s of %s rows are missing: %s"
              .formatted(all.size() - rows.size(), all.size(), e.getMessage()));
    }
    return rows;
  }
}
