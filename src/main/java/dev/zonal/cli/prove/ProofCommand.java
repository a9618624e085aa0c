package dev.zonal.cli.prove;

import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.document.Document;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Statement;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/**
 * What the proofs of all statements have in common.
 *
 * @param <P> what proves the statement
 */
abstract class ProofCommand<P extends Outcome.Proof> implements Callable<Integer> {
  private final Statement statement;
  private final Streams streams;
  private final Engine engine;

  @Mixin private SphereOption sphere;

  @Mixin private ProofOptions output;

  @Mixin private TimeLimit limit;

  @Mixin private CertificateOption certificate;

  ProofCommand(Statement statement, Streams streams, Engine engine) {
    this.statement = statement;
    this.streams = streams;
    this.engine = engine;
  }

  /** The spectrum of a kernel on the sphere that the command is about. */
  final Spectrum spectrum(Kernel kernel) {
    return engine.spectrum(kernel, sphere.dimension());
  }

  /** What came of an attempt to prove the statement, and the report on it. */
  record Reported<P extends Outcome.Proof>(Outcome<P> outcome, Document report) {}

  /**
   * Makes the attempt, once it is known where its result goes, and writes what came of it.
   *
   * @return the exit code
   */
  final int write(Supplier<Reported<P>> attempt) {
    try (Destination destination = output.open(streams);
        Destination proof = certificate.open(streams, destination)) {
      Reported<P> made = attempt.get();
      output.write(made.report(), destination);
      certificate.write(statement, made.outcome(), proof, streams);
      return switch (made.outcome().verdict()) {
        case PROVEN -> ExitCode.DONE;
        case REFUTED -> ExitCode.REFUTED;
        case UNDECIDED -> ExitCode.NOT_CERTIFIED;
      };
    }
  }
}
