package dev.zonal.cli.command;

import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.document.Words;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.console.DerivationRequest;
import dev.zonal.symbolic.console.SymjaProcess;
import dev.zonal.symbolic.expansion.End;
import dev.zonal.symbolic.parameter.Variation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonal derive}: formulas, each one checked with balls before it is printed. */
@Command(
    name = "derive",
    description = "Derive closed forms; each one is checked with balls before it is printed.",
    footer = {
      "  zonal derive recursion resntk:L=3,alpha=alpha --format latex",
      "  zonal derive recursion resntk:L=L,alpha=alpha",
      "  zonal derive expansion resntk:L=3,alpha=alpha --order 5",
      "  zonal derive expansion resntk:L=3,alpha=1/2 --order 40 --end coincidence",
      "  zonal derive eigenvalue resntk:L=1,alpha=alpha --steps",
      "  zonal derive eigenvalue arccos:n=1 --k 2 --dimension 3",
      "  zonal derive constant fcntk:L=L",
      "  zonal derive constant resntk:L=2,alpha=alpha --terms 3",
      "  zonal derive constant resntk:L=2,alpha=alpha --series alpha=0",
      "  zonal derive recursion resntk:L=2,alpha=alpha --derivative alpha"
    },
    exitCodeList = {
      "0:the formula was derived and checked",
      "1:internal failure; a check that fails is one, and the message names the identity",
      "2:bad usage, bad input, a kernel without such a formula, or unwritable output",
      "4:the derivation was ended at its limit of time or memory"
    })
public final class DeriveCommand implements Callable<Integer> {
  /** How the result is written. */
  public enum Syntax {
    SYMJA,
    WOLFRAM,
    LATEX,
    MATHML,
    MARKDOWN,
    JAVA
  }

  /** Where a kernel is expanded. */
  public enum Place {
    COINCIDENCE(End.COINCIDENCE),
    ANTIPODE(End.ANTIPODE),
    EQUATOR(End.EQUATOR),
    BOTH(null);

    private final End end;

    Place(End end) {
      this.end = end;
    }
  }

  /** What a kernel is a function of. */
  public enum Variable {
    U,
    THETA
  }

  private static final int SECONDS = 300;

  private final Streams streams;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "recursion|expansion|eigenvalue|constant",
      description = {
        "The kernel as a formula; its expansions at u = 1, u = -1 and u = 0; its eigenvalue for all k"
            + " and d; the limits of k^d eta_k."
      })
  private DerivationRequest.Subject subject;

  @Parameters(
      index = "1",
      paramLabel = "SPEC",
      description = {
        "The kernel; see 'zonal kernels'. The values of alpha, beta, tau, c, sw2 and sb2 may be names,"
            + " and that of L the name L. Eigenvalues also: chord:s=s, evenweight:p=p."
      })
  private String specification;

  @Option(
      names = "--format",
      paramLabel = "symja|wolfram|latex|mathml|markdown|java",
      defaultValue = "symja",
      description = "Syntax of the result (default symja).")
  private Syntax syntax;

  @Option(names = "--steps", description = "Print the steps of the derivation as well.")
  private boolean steps;

  @Option(
      names = "--standalone",
      description = "latex: a document that compiles by itself, not a part of one.")
  private boolean standalone;

  @Option(
      names = "--order",
      paramLabel = "N",
      description =
          "Last power of the chord or of u, 0 to 60 (default "
              + DerivationRequest.ORDER
              + "; for constants, and for L=L, the first that counts); to 9 for L=L.")
  private Integer order;

  @Option(
      names = "--terms",
      paramLabel = "N",
      description = {
        "For constants: the first N terms of eta_k in powers of K = k + (d-2)/2, 1 to 12, instead of"
            + " the limit alone; even(n) and odd(n) are the coefficients of K^-(d+n)."
      })
  private Integer terms;

  @Option(
      names = "--end",
      paramLabel = "coincidence|antipode|equator|both",
      defaultValue = "both",
      description = {
        "Where an expansion is wanted: u = 1, u = -1 or both in powers of the chords, u = 0 in powers"
            + " of u (default both, u = 0 for networks that are analytic). High orders are much"
            + " longer at u = -1."
      })
  private Place place;

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
      names = "--derivative",
      paramLabel = "NAME",
      description = "The derivatives of the formulas by the parameter NAME of SPEC.")
  private String derivative;

  @Option(
      names = "--series",
      paramLabel = "NAME=PLACE",
      description = {
        "The formulas as series in the parameter NAME of SPEC: about a number, in powers of"
            + " NAME - PLACE, or at infinity, in powers of 1/NAME (alpha=0, c=1, alpha=infinity)."
      })
  private String series;

  @Option(
      names = "--series-order",
      paramLabel = "N",
      description =
          "Last power of a series in a parameter, 0 to 12 (default " + Variation.ORDER + ").")
  private Integer seriesOrder;

  @Option(
      names = {"--timeout", "--time-limit"},
      paramLabel = "SECONDS",
      defaultValue = "" + SECONDS,
      description = "Time for the derivation, 1 to 86400 (default " + SECONDS + ").")
  private int seconds;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the result to FILE (default: standard output).")
  private String file;

  public DeriveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (seconds < 1 || seconds > 86_400) {
      throw new UsageException("--timeout must be from 1 to 86400, not " + seconds);
    }
    try (Destination destination = Destination.of(file, streams);
        SymjaProcess process = SymjaProcess.derivations(Duration.ofSeconds(seconds))) {
      SymjaProcess.Answer answer = process.derive(request());
      switch (answer.outcome()) {
        case VALUE -> destination.write(out -> out.write(answer.text()));
        case ENDED -> {
          streams.messages().println("zonal: the derivation was " + answer.text());
          return ExitCode.NOT_CERTIFIED;
        }
        case FAILED -> throw failure(answer.text());
        default -> throw new UsageException(answer.text());
      }
    }
    return ExitCode.DONE;
  }

  /** Options that say nothing about what is derived are mistakes. */
  private void requireFittingOptions() {
    for (String option :
        List.of("--order", "--terms", "--end", "--variable", "--k", "--dimension")) {
      boolean isGiven = spec.commandLine().getParseResult().hasMatchedOption(option);
      if (isGiven && !options(subject).contains(option)) {
        throw new UsageException(
            "%s has no meaning for derive %s, which takes %s"
                .formatted(option, Words.of(subject), String.join(", ", options(subject))));
      }
    }
  }

  private static List<String> options(DerivationRequest.Subject subject) {
    return switch (subject) {
      case RECURSION -> List.of("--variable");
      case EXPANSION -> List.of("--order", "--end");
      case EIGENVALUE -> List.of("--k", "--dimension");
      case CONSTANT -> List.of("--order", "--terms");
    };
  }

  private DerivationRequest request() {
    requireFittingOptions();
    if (seriesOrder != null && series == null) {
      throw new UsageException("--series-order is for --series");
    }
    if (standalone && syntax != Syntax.LATEX) {
      throw new UsageException(
          "--standalone is for latex; this result is written as " + Words.of(syntax));
    }
    DerivationRequest formulas =
        new DerivationRequest(
            subject,
            specification,
            order,
            place.end,
            variable == Variable.THETA,
            frequency,
            dimension,
            terms,
            syntax.name(),
            steps,
            standalone);
    return derivative == null && series == null ? formulas : formulas.with(variation());
  }

  private Variation variation() {
    if (derivative != null && series != null) {
      throw new UsageException("--derivative and --series are two requests; give one of them");
    }
    if (derivative != null) {
      return Variation.derivative(derivative);
    }
    try {
      return Variation.series(series, seriesOrder == null ? Variation.ORDER : seriesOrder);
    } catch (UnsupportedExpressionException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** The failure in the other process: its first line says what, the whole trace where. */
  private static IllegalStateException failure(String trace) {
    String what = trace.lines().findFirst().orElse("no message");
    return new IllegalStateException(what, new IllegalStateException(trace));
  }
}
