package dev.zonal.cli.option;

import dev.zonal.cli.option.SphereRange.Dimensions;
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
  private Dimensions range;

  @Option(
      names = "--all-dimensions",
      description = "Instead: the statement for the sphere of R^D for every D from 2 on, at once.")
  private boolean all;

  /** A dimension or a range of them, however many: one proof serves them all. */
  static final class Reader implements ITypeConverter<Dimensions> {
    @Override
    public Dimensions convert(String text) {
      Dimensions named = Dimensions.ends(text);
      if (named.least() > named.greatest()) {
        throw new TypeConversionException(
            Quotation.of(text) + " is not allowed, allowed are ranges such as 2..100");
      }
      return named;
    }
  }

  /**
   * The dimensions; empty for all of them.
   *
   * @throws UsageException if both options are given, or none
   */
  public Optional<Dimensions> range() {
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
