package dev.zonal.cli.prove;

import dev.zonal.cli.option.KernelParameter;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.report.document.Document;
import dev.zonal.report.proof.DecayLawReport;
import dev.zonal.report.proof.PositivityReport;
import dev.zonal.report.proof.SemidefiniteReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.certificate.DecayStatement;
import dev.zonal.theorem.certificate.SignStatement;
import dev.zonal.theorem.certificate.Statement;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The proof of a statement about one kernel.
 *
 * @param <P> what proves the statement
 */
abstract class ProveKernelCommand<P extends Outcome.Proof> extends ProofCommand<P> {
  private final BiFunction<Spectrum, Context, Outcome<P>> prover;
  private final BiFunction<Spectrum, Outcome<P>, Document> report;

  @Mixin private KernelParameter kernel;

  ProveKernelCommand(
      Statement statement,
      BiFunction<Spectrum, Context, Outcome<P>> prover,
      BiFunction<Spectrum, Outcome<P>, Document> report,
      Streams streams,
      Engine engine) {
    super(statement, streams, engine);
    this.prover = prover;
    this.report = report;
  }

  @Override
  public final Integer call() {
    Spectrum spectrum = spectrum(kernel.kernel());
    return write(
        () -> {
          Outcome<P> outcome = prover.apply(spectrum, Context.current());
          return new Reported<>(outcome, report.apply(spectrum, outcome));
        });
  }

  /** {@code zonal prove positivity}. */
  @Command(
      name = "positivity",
      description =
          "Prove that every eigenvalue is positive: the kernel is strictly positive definite.",
      footer = "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 3")
  static final class PositivityCommand extends ProveKernelCommand<Positivity.Proof> {
    PositivityCommand(Streams streams, Engine engine) {
      super(
          SignStatement.POSITIVITY, Positivity::prove, PositivityCommand::report, streams, engine);
    }

    private static Document report(Spectrum spectrum, Outcome<Positivity.Proof> outcome) {
      Optional<Outcome<Semidefinite.Proof>> weaker =
          outcome instanceof Outcome.Refuted<Positivity.Proof> refuted
              ? Optional.of(Positivity.weaker(refuted, Context.current()))
              : Optional.empty();
      return PositivityReport.of(spectrum, outcome, weaker);
    }
  }

  /** {@code zonal prove semidefinite}. */
  @Command(
      name = "semidefinite",
      description =
          "Prove that no eigenvalue is negative: positive semidefinite; the zeros are listed.",
      footer = "  zonal prove semidefinite fcntk:L=1 --dimension 3")
  static final class SemidefiniteCommand extends ProveKernelCommand<Semidefinite.Proof> {
    SemidefiniteCommand(Streams streams, Engine engine) {
      super(
          SignStatement.SEMIDEFINITE, Semidefinite::prove, SemidefiniteReport::of, streams, engine);
    }
  }

  /** {@code zonal prove decay}. */
  @Command(
      name = "decay",
      description =
          "Prove a power law of the eigenvalues with its constants, for even and for odd k.",
      footer = "  zonal prove decay resntk:L=3,alpha=1/2 --dimension 3")
  static final class DecayCommand extends ProveKernelCommand<Decay.Proof> {
    DecayCommand(Streams streams, Engine engine) {
      super(new DecayStatement(), Decay::prove, DecayLawReport::of, streams, engine);
    }
  }
}
