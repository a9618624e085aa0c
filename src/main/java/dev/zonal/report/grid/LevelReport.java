package dev.zonal.report.grid;

import dev.zonal.grid.Column;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.grid.LevelGrid;
import dev.zonal.grid.Levels;
import dev.zonal.grid.Levels.Level;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.value.Sphere;
import java.util.List;
import java.util.Optional;

/**
 * Chosen columns of the levels of kernels, each with its definition: a page and a list with a table
 * for each kernel and sphere, or one table of all.
 */
public final class LevelReport {
  private final List<Levels> all;
  private final LevelGrid grid;
  private final List<Column> columns;

  private LevelReport(List<Levels> all, LevelGrid grid) {
    this.all = all;
    this.grid = grid;
    this.columns = grid.columns();
  }

  /**
   * The report.
   *
   * @param all of the grid, at least one
   */
  public static Document of(List<Levels> all, LevelGrid grid) {
    LevelReport report = new LevelReport(all, grid);
    return Document.of(report.page(), report.table(), report.envelope())
        .with(GridLegend.ofLevels(all.stream().map(Levels::first).toList(), grid));
  }

  /**
   * The same with a row for each k and the columns of the kernels side by side.
   *
   * @param all of the grid, at least one
   */
  public static Document byKernel(List<Levels> all, LevelGrid grid) {
    return new LevelReport(all, grid)
        .wide(new WideLevels(LevelReport::cell).byKernel(all, grid.columns()));
  }

  /** The same with even and odd k of one kernel side by side. */
  public static Document byParity(Levels levels, LevelGrid grid) {
    return new LevelReport(List.of(levels), grid)
        .wide(new WideLevels(LevelReport::cell).byParity(levels, grid.columns()));
  }

  private Document wide(Table<Long> table) {
    Page page = head();
    if (all.size() > 1) {
      all.forEach(levels -> about(page.space(), levels.first()));
    }
    return Document.of(page.space().table(table), table, envelope())
        .with(GridLegend.ofLevels(all.stream().map(Levels::first).toList(), grid));
  }

  private Page page() {
    Page page = head();
    for (Levels levels : all) {
      if (all.size() > 1) {
        about(page.space(), levels.first());
      }
      page.space().table(with(Table.of(levels.rows())));
    }
    return page;
  }

  /** What all levels have in common. */
  private Page head() {
    Key.Eigenvalue first = all.get(0).first();
    Page page = new Page();
    if (all.size() == 1) {
      about(page, first);
    }
    page.field("scale", Words.inWords(first.scale())).field("digits", Words.proved(first.digits()));
    for (Column column : columns) {
      page.field(column.heading(), definition(column));
    }
    return page;
  }

  /** With the kernel that ratios are to, and the digits that the column alone has. */
  private String definition(Column column) {
    String definition =
        column == Column.RATIO
            ? "eta_k over that of " + grid.reference().orElseThrow()
            : column.definition();
    return grid.digits().containsKey(column)
        ? definition + "; " + grid.digits(column) + " digits"
        : definition;
  }

  private static Page about(Page page, Key.Eigenvalue key) {
    return page.field("kernel", key.kernel()).field("sphere", sphere(key).inWords());
  }

  private static Envelope.Sphere sphere(Key.Eigenvalue key) {
    return new Envelope.Sphere(key.dimension(), Words.of(key.normalization()));
  }

  private Table<Level> table() {
    Table<Level> table = Table.of(all.stream().flatMap(levels -> levels.rows().stream()).toList());
    return all.size() == 1
        ? with(table)
        : with(
            table
                .with("kernel", level -> new Cell.Code(level.key().kernel().toString()))
                .with("dimension", "d", level -> new Cell.Whole(level.key().dimension())));
  }

  private Table<Level> with(Table<Level> table) {
    Table<Level> wider = table;
    for (Column column : columns) {
      wider =
          wider.with(
              new Table.Column<>(
                  column.heading(),
                  GridLegend.formulaOf(column),
                  Optional.empty(),
                  level -> cell(level, column)));
    }
    return wider;
  }

  private static Cell cell(Level level, Column column) {
    return switch (column) {
      case K -> Cell.of(Long.toString(level.key().k()));
      case METHOD -> Cell.of(Words.of(level.method()));
      case MULTIPLICITY ->
          Cell.of(
              new Sphere(level.key().dimension())
                  .exactMultiplicity(level.key().k())
                  .orElseThrow()
                  .toString());
      default -> Cell.of(level.numbers().get(column));
    };
  }

  private Envelope envelope() {
    Key.Eigenvalue first = all.get(0).first();
    Fields definitions = new Fields();
    columns.forEach(column -> definitions.with(column.heading(), definition(column)));
    return Envelope.of(
        "levels",
        1,
        new Fields()
            .with("digits", first.digits())
            .with("scale", Words.of(first.scale()))
            .with("columns", definitions)
            .with("spectra", new Rows<>(all, this::fields)));
  }

  private Fields fields(Levels levels) {
    return new Fields()
        .with("kernel", levels.first().kernel().toString())
        .with("sphere", sphere(levels.first()).fields())
        .with("rows", new Rows<>(levels.rows(), this::fields))
        .with("failures", new Rows<>(levels.gaps(), LevelReport::failure));
  }

  /** There may be several numbers, each with its bounds: each is an object. */
  private Fields fields(Level level) {
    Fields fields = new Fields();
    for (Column column : columns) {
      Cell cell = cell(level, column);
      fields.with(column.heading(), column.isRounded() ? new Fields().with("value", cell) : cell);
    }
    return fields;
  }

  private static Fields failure(Gap<Key.Eigenvalue> gap) {
    return new Fields()
        .with("k", Long.toString(gap.key().k()))
        .with("code", Words.of(gap.cause()))
        .with("reason", gap.reason());
  }
}
