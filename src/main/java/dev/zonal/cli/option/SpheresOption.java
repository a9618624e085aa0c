package dev.zonal.cli.option;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.text.Quotation;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The sphere that a command works on, those of a range of dimensions, or all spheres at once. */
public final class SpheresOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      converter = Reader.class,
      description =
          "The sphere is the unit sphere of R^D, D from 2 to 10^9; or all those of a range, as"
              + " 2..100.")
  private Range range;

  @Option(
      names = "--all-dimensions",
      description = "Instead: the statement for the sphere of R^D for every D from 2 on, at once.")
  private boolean all;

  /** Dimensions from one to another, both included. */
  public record Range(int least, int greatest) {
    public boolean isOne() {
      return least == greatest;
    }
  }

  /** A dimension or a range of them. */
  static final class Reader implements ITypeConverter<Range> {
    private static final String BETWEEN = "..";

    private final WholeNumber dimension = new WholeNumber.Dimension();

    @Override
    public Range convert(String text) {
      int middle = text.indexOf(BETWEEN);
      if (middle < 0) {
        int one = dimension.convert(text);
        return new Range(one, one);
      }
      int first = dimension.convert(text.substring(0, middle).strip());
      int last = dimension.convert(text.substring(middle + BETWEEN.length()).strip());
      if (first > last) {
        throw new TypeConversionException(
            Quotation.of(text) + " is not allowed, allowed are ranges such as 2..100");
      }
      return new Range(first, last);
    }
  }

  /**
   * The dimensions; empty for all of them.
   *
   * @throws UsageException if both options are given, or none
   */
  public Optional<Range> range() {
    if (all && range != null) {
      throw new UsageException("--dimension and --all-dimensions exclude each other");
    }
    if (!all && range == null) {
      throw new UsageException(
          "missing --dimension D or --all-dimensions for %s; see '%s --help'"
              .formatted(command.name(), command.qualifiedName()));
    }
    return Optional.ofNullable(range);
  }
}
