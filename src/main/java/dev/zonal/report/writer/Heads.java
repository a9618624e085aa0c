package dev.zonal.report.writer;

import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The groups of a table's columns: neighbours with the same group have one head. */
record Heads(List<Head> all) {
  /**
   * One head.
   *
   * @param group none over columns that belong to no group
   * @param first its first column, from 0 on
   * @param width in columns
   */
  record Head(Optional<Cell> group, int first, int width) {}

  static Heads of(Table<?> table) {
    List<Head> heads = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Optional<Cell> group = table.columns().get(c).group();
      Head last = heads.isEmpty() ? null : heads.get(heads.size() - 1);
      if (last != null && last.group().equals(group)) {
        heads.set(heads.size() - 1, new Head(group, last.first(), last.width() + 1));
      } else {
        heads.add(new Head(group, c, 1));
      }
    }
    return new Heads(List.copyOf(heads));
  }

  /** Whether there are groups at all. */
  boolean isNeeded() {
    return all.stream().anyMatch(head -> head.group().isPresent());
  }
}
