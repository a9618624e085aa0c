package dev.zonal.cli;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Derivations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonal derive}: formulas, each one checked with balls before it is printed. */
@Command(
    name = "derive",
    description = "Derive closed forms; each one is checked with balls before it is printed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  zonal derive recursion resntk:L=3,alpha=alpha --format latex",
      "  zonal derive recursion resntk:L=L,alpha=alpha",
      "  zonal derive expansion resntk:L=3,alpha=alpha --order 5",
      "  zonal derive eigenvalue resntk:L=1,alpha=alpha --steps",
      "  zonal derive eigenvalue arccos:n=1 --k 2 --dimension 3",
      "  zonal derive constant fcntk:L=L"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the formula was derived and checked",
      "1:internal failure; a check that fails is one, and the message names the identity",
      "2:bad usage, bad input, a kernel without such a formula, or unwritable output"
    })
final class DeriveCommand implements Callable<Integer> {
  /** What is derived. */
  enum Subject {
    RECURSION,
    EXPANSION,
    EIGENVALUE,
    CONSTANT
  }

  /** How the result is written. */
  enum Syntax {
    SYMJA,
    WOLFRAM,
    LATEX,
    MATHML,
    JAVA
  }

  /** What a kernel is a function of. */
  enum Variable {
    U,
    THETA
  }

  private static final int ORDER = 5;

  private final Streams streams;

  @Parameters(
      index = "0",
      paramLabel = "recursion|expansion|eigenvalue|constant",
      description = {
        "The kernel as a formula; its chord expansions at u = 1 and u = -1; its eigenvalue for all k"
            + " and d; the limits of k^d eta_k."
      })
  private Subject subject;

  @Parameters(
      index = "1",
      paramLabel = "SPEC",
      description = {
        "The kernel; see 'zonal kernels'. The values of alpha, beta, tau and c may be names, and that"
            + " of L the name L. Eigenvalues also: arccos:n=N, chord:s=s, evenweight:p=p."
      })
  private String specification;

  @Option(
      names = "--format",
      paramLabel = "symja|wolfram|latex|mathml|java",
      defaultValue = "symja",
      description = "Syntax of the result (default symja).")
  private Syntax syntax;

  @Option(names = "--steps", description = "Print the steps of the derivation as well.")
  private boolean steps;

  @Option(
      names = "--order",
      paramLabel = "N",
      defaultValue = "" + ORDER,
      description = "Last power of the chord, 0 to 60 (default " + ORDER + ").")
  private int order;

  @Option(
      names = "--variable",
      paramLabel = "u|theta",
      defaultValue = "u",
      description = "What the kernel is a function of (default u).")
  private Variable variable;

  @Option(names = "--k", paramLabel = "K", description = "A given frequency.")
  private Integer frequency;

  @Option(names = "--dimension", paramLabel = "D", description = "A given dimension.")
  private Integer dimension;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the result to FILE (default: standard output).")
  private String file;

  DeriveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Destination destination =
        file == null ? Destination.standardOutput(streams) : Destination.of(file, streams)) {
      String text = text();
      try {
        destination.stream().write(text.getBytes(StandardCharsets.UTF_8));
        destination.complete();
      } catch (IOException e) {
        throw new UnwritableException(destination.name(), e);
      }
    }
    return ExitCode.DONE;
  }

  private String text() {
    try {
      return Derivations.write(derive(), syntax.name().toLowerCase(Locale.ROOT), steps);
    } catch (RuntimeException e) {
      if (Derivations.isRefusal(e)) {
        throw new UsageException(e.getMessage());
      }
      throw e;
    }
  }

  private Derivation derive() {
    return switch (subject) {
      case RECURSION -> Derivations.recursion(specification, variable == Variable.THETA);
      case EXPANSION -> Derivations.expansion(specification, order);
      case EIGENVALUE -> Derivations.eigenvalue(specification, frequency, dimension);
      case CONSTANT -> Derivations.constant(specification, order);
    };
  }
}
