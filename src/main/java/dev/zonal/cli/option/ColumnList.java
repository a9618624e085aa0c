package dev.zonal.cli.option;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.grid.Column;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is shown of each level of a spectrum. */
public final class ColumnList {
  @Option(
      names = "--coefficients",
      paramLabel = "eigenvalue|schoenberg|gegenbauer",
      completionCandidates = Conventions.class,
      converter = Convention.class,
      description =
          "The eigenvalue eta_k, or the coefficient of P_k, P_k(1) = 1, or that of the Gegenbauer"
              + " polynomial C_k^((D-2)/2) in the expansion of the kernel (default eigenvalue).")
  private Column coefficients;

  @Option(
      names = "--columns",
      paramLabel = "LIST",
      converter = Reader.class,
      description =
          "Columns in this order, of k, eigenvalue, schoenberg, gegenbauer, multiplicity, share,"
              + " cumulative, beyond, method; see below (default: k, eigenvalue, method).")
  private Columns columns;

  /** What is written, without repetitions. */
  record Columns(List<Column> all) {}

  /** What a shell may complete to. */
  static final class Conventions extends Choice.Names {
    Conventions() {
      super(Column.EIGENVALUE, Column.SCHOENBERG, Column.GEGENBAUER);
    }
  }

  /** A convention for coefficients. */
  static final class Convention implements ITypeConverter<Column> {
    @Override
    public Column convert(String text) {
      return named(text, List.of(Column.EIGENVALUE, Column.SCHOENBERG, Column.GEGENBAUER));
    }
  }

  /** A list of columns. */
  static final class Reader implements ITypeConverter<Columns> {
    @Override
    public Columns convert(String text) {
      List<Column> all =
          Stream.of(text.split(",", -1))
              .map(name -> named(name.strip(), Arrays.asList(Column.values())))
              .toList();
      for (Column column : all) {
        if (all.indexOf(column) != all.lastIndexOf(column)) {
          throw new TypeConversionException("'" + column.heading() + "' is there twice");
        }
      }
      return new Columns(all);
    }
  }

  private static Column named(String text, List<Column> known) {
    List<String> names = known.stream().map(Column::heading).toList();
    int index = names.indexOf(text);
    if (index < 0) {
      throw new TypeConversionException(
          "%s is unknown, allowed are %s%s"
              .formatted(
                  Quotation.of(text), String.join(", ", names), NearMatch.suggestion(text, names)));
    }
    return known.get(index);
  }

  /**
   * The columns wanted; empty if nothing but eigenvalues is.
   *
   * @throws UsageException if both options say it
   */
  public Optional<List<Column>> columns() {
    if (coefficients != null && columns != null) {
      throw new UsageException(
          "--coefficients and --columns both say what is shown: name the coefficients among the"
              + " columns");
    }
    if (columns != null) {
      return Optional.of(columns.all());
    }
    return coefficients == null || coefficients == Column.EIGENVALUE
        ? Optional.empty()
        : Optional.of(List.of(Column.K, coefficients, Column.METHOD));
  }
}
