package dev.zonal.report.grid;

import dev.zonal.grid.Column;
import dev.zonal.grid.Levels;
import dev.zonal.grid.Levels.Level;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Levels side by side, as authors print them: the columns of one group beside those of the next.
 */
final class WideLevels {
  private static final Cell EVEN = Cell.of("even k");
  private static final Cell ODD = Cell.of("odd k");

  /** What stands in a column of a level. */
  private final BiFunction<Level, Column, Cell> cell;

  WideLevels(BiFunction<Level, Column, Cell> cell) {
    this.cell = cell;
  }

  /**
   * What stands side by side.
   *
   * @param head above it
   * @param rows by what decides which row of the table each is in
   */
  private record Group(Cell head, Map<Long, Level> rows) {
    static Group of(Cell head, List<Level> levels, Function<Level, Long> row) {
      Map<Long, Level> rows = new TreeMap<>();
      levels.forEach(level -> rows.put(row.apply(level), level));
      return new Group(head, rows);
    }
  }

  /** A row for each k, a group for each kernel on each sphere. */
  Table<Long> byKernel(List<Levels> all, List<Column> columns) {
    List<Group> groups =
        all.stream()
            .map(levels -> Group.of(head(all, levels), levels.rows(), level -> level.key().k()))
            .toList();
    Table<Long> table = Table.of(rows(groups)).with("k", "k", row -> Cell.of(Long.toString(row)));
    return with(table, groups, columns.stream().filter(column -> column != Column.K).toList());
  }

  /** What tells the levels from the others. */
  private static Cell head(List<Levels> all, Levels one) {
    boolean kernels = all.stream().map(it -> it.first().kernel()).distinct().count() > 1;
    boolean spheres = all.stream().map(it -> it.first().dimension()).distinct().count() > 1;
    String sphere = "d = " + one.first().dimension();
    if (!spheres) {
      return new Cell.Code(one.first().kernel().toString());
    }
    return Cell.of(kernels ? one.first().kernel() + ", " + sphere : sphere);
  }

  /** A row for k = 2j and k = 2j + 1, a group for each of them. */
  Table<Long> byParity(Levels levels, List<Column> columns) {
    List<Group> groups = List.of(parity(levels, EVEN, 0), parity(levels, ODD, 1));
    List<Column> shown = new ArrayList<>(List.of(Column.K));
    columns.stream().filter(column -> column != Column.K).forEach(shown::add);
    return with(Table.of(rows(groups)), groups, shown);
  }

  private static Group parity(Levels levels, Cell head, long rest) {
    List<Level> rows = levels.rows().stream().filter(level -> level.key().k() % 2 == rest).toList();
    return Group.of(head, rows, level -> level.key().k() / 2);
  }

  private static List<Long> rows(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.rows().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Table<Long> with(Table<Long> table, List<Group> groups, List<Column> columns) {
    Table<Long> wider = table;
    for (Group group : groups) {
      for (Column column : columns) {
        wider =
            wider.with(
                new Table.Column<>(
                    column.heading(),
                    GridLegend.formulaOf(column),
                    Optional.of(group.head()),
                    row -> cell(group, row, column)));
      }
    }
    return wider;
  }

  private Cell cell(Group group, long row, Column column) {
    Level level = group.rows().get(row);
    return level == null ? new Cell.Nothing() : cell.apply(level, column);
  }
}
