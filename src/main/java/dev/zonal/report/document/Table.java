package dev.zonal.report.document;

import dev.zonal.text.markup.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows of one kind, and columns that say what of a row stands under which heading.
 *
 * @param <R> what a row is about
 */
public record Table<R>(List<R> rows, List<Column<R>> columns) implements Page.Part {
  /**
   * One column.
   *
   * @param name of what stands in it
   * @param formula the same as a formula in LaTeX's notation
   * @param group what it has in common with its neighbours, which is written once above them
   */
  public record Column<R>(
      String name, Optional<String> formula, Optional<Cell> group, Function<R, Cell> cell) {
    /** The name, with its group: no two columns of a table have the same. */
    public String heading() {
      return group.map(common -> name + " " + common.text()).orElse(name);
    }

    /** What a published table has above the column. */
    public Prose title() {
      return formula.map(it -> Prose.parse("$" + it + "$")).orElseGet(() -> Prose.plain(name));
    }
  }

  /** A table without columns. */
  public static <R> Table<R> of(List<R> rows) {
    return new Table<>(rows, List.of());
  }

  /** The same table with one more column, to the right of the others. */
  public Table<R> with(Column<R> column) {
    List<Column<R>> more = new ArrayList<>(columns);
    more.add(column);
    return new Table<>(rows, List.copyOf(more));
  }

  /** The same with a column without a formula. */
  public Table<R> with(String heading, Function<R, Cell> cell) {
    return with(new Column<>(heading, Optional.empty(), Optional.empty(), cell));
  }

  /** The same with a column that has a formula, in LaTeX's notation. */
  public Table<R> with(String heading, String formula, Function<R, Cell> cell) {
    return with(new Column<>(heading, Optional.of(formula), Optional.empty(), cell));
  }

  /** The same with a column of texts. */
  public Table<R> withText(String heading, Function<R, String> text) {
    return with(heading, row -> Cell.of(text.apply(row)));
  }

  public List<String> headings() {
    return columns.stream().map(Column::heading).toList();
  }

  /** What is shown of one row. */
  public List<Cell> cells(R row) {
    return columns.stream().map(column -> column.cell().apply(row)).toList();
  }

  /** The same as texts. */
  public List<String> texts(R row) {
    return cells(row).stream().map(Cell::text).toList();
  }

  /** The texts of all rows. */
  public List<List<String>> texts() {
    return rows.stream().map(this::texts).toList();
  }

  /** The rows as objects, whose keys are the headings. */
  public Rows<R> records() {
    return new Rows<>(rows, this::fields);
  }

  /** One row as an object. */
  public Fields fields(R row) {
    Fields fields = new Fields();
    columns.forEach(column -> fields.with(column.heading(), column.cell().apply(row)));
    return fields;
  }
}
