package dev.zonal.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of one kind, and columns that say what of a row stands under which heading.
 *
 * @param <R> what a row is about
 */
public record Table<R>(List<R> rows, List<Column<R>> columns) implements Page.Part {
  /** One column. */
  record Column<R>(String heading, Function<R, Cell> cell) {}

  /** A table without columns. */
  public static <R> Table<R> of(List<R> rows) {
    return new Table<>(rows, List.of());
  }

  /** The same table with one more column, to the right of the others. */
  public Table<R> with(String heading, Function<R, Cell> cell) {
    List<Column<R>> more = new ArrayList<>(columns);
    more.add(new Column<>(heading, cell));
    return new Table<>(rows, List.copyOf(more));
  }

  /** The same with a column of texts. */
  public Table<R> withText(String heading, Function<R, String> text) {
    return with(heading, row -> Cell.of(text.apply(row)));
  }

  List<String> headings() {
    return columns.stream().map(Column::heading).toList();
  }

  /** What is shown of one row. */
  List<String> texts(R row) {
    return columns.stream().map(column -> column.cell().apply(row).text()).toList();
  }

  /** The texts of all rows. */
  List<List<String>> texts() {
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
