package dev.zonal.cli.option;

import dev.zonal.cli.terminal.UsageException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The sphere that a command works on, or all spheres at once. */
public final class SpheresOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      converter = WholeNumber.Dimension.class,
      description = "The sphere is the unit sphere of R^D, D from 2 to 10^9.")
  private Integer dimension;

  @Option(
      names = "--all-dimensions",
      description = "Instead: the statement for the sphere of R^D for every D from 2 on, at once.")
  private boolean all;

  /**
   * The dimension; empty for all of them.
   *
   * @throws UsageException if both options are given, or none
   */
  public Optional<Integer> dimension() {
    if (all && dimension != null) {
      throw new UsageException("--dimension and --all-dimensions exclude each other");
    }
    if (!all && dimension == null) {
      throw new UsageException(
          "missing --dimension D or --all-dimensions for %s; see '%s --help'"
              .formatted(command.name(), command.qualifiedName()));
    }
    return Optional.ofNullable(dimension);
  }
}
