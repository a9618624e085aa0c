package dev.zonal.cli.option;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.grid.Column;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.LevelGrid;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
          "Columns in this order, of k, eigenvalue, scaled, ratio, schoenberg, gegenbauer,"
              + " multiplicity, share, cumulative, beyond, method; digits of its own stand behind a"
              + " colon, as in share:4; see below (default: k, eigenvalue, method).")
  private Columns columns;

  @Option(
      names = "--ratio-to",
      paramLabel = "SPEC",
      description = "The kernel whose eigenvalues those of the column ratio are divided by.")
  private String reference;

  /**
   * What is written, without repetitions.
   *
   * @param digits of the columns for which they are written
   */
  record Columns(List<Column> all, Map<Column, Integer> digits) {}

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

  /** The digits of a column. */
  static final class Count extends WholeNumber {
    Count() {
      super(1, SpectrumRequest.MAX_DIGITS);
    }
  }

  /** A list of columns. */
  static final class Reader implements ITypeConverter<Columns> {
    private final WholeNumber count = new Count();

    @Override
    public Columns convert(String text) {
      List<Column> all = new ArrayList<>();
      Map<Column, Integer> digits = new EnumMap<>(Column.class);
      for (String piece : text.split(",", -1)) {
        int colon = piece.indexOf(':');
        String name = (colon < 0 ? piece : piece.substring(0, colon)).strip();
        Column column = named(name, Arrays.asList(Column.values()));
        all.add(column);
        if (colon >= 0) {
          if (!column.isRounded()) {
            throw new TypeConversionException("'" + name + "' is not rounded, and has no digits");
          }
          digits.put(column, count.convert(piece.substring(colon + 1).strip()));
        }
      }
      for (Column column : all) {
        if (all.indexOf(column) != all.lastIndexOf(column)) {
          throw new TypeConversionException("'" + column.heading() + "' is there twice");
        }
      }
      return new Columns(List.copyOf(all), digits);
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
   * The levels wanted of a grid; empty if nothing but eigenvalues is.
   *
   * @throws UsageException if the options contradict each other
   */
  public Optional<LevelGrid> levels(EigenvalueGrid grid) {
    if (coefficients != null && columns != null) {
      throw new UsageException(
          "--coefficients and --columns both say what is shown: name the coefficients among the"
              + " columns");
    }
    if (reference != null && (columns == null || !columns.all().contains(Column.RATIO))) {
      throw new UsageException("--ratio-to is for the column ratio, which --columns does not name");
    }
    if (columns != null) {
      Optional<Kernel> other = Optional.ofNullable(reference).map(KernelSpecification::parse);
      return Optional.of(new LevelGrid(grid, columns.all(), columns.digits(), other));
    }
    return coefficients == null || coefficients == Column.EIGENVALUE
        ? Optional.empty()
        : Optional.of(new LevelGrid(grid, List.of(Column.K, coefficients, Column.METHOD)));
  }
}
