package dev.zonal.cli.prove;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.SphereOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.CommandWords;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.kernel.Kernel;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.text.Quotation;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.Statement;
import dev.zonal.theorem.law.Verdict;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

  @Mixin private OutputOptions.OfProof output;

  @Mixin private TimeLimit limit;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write the proof or refutation to FILE as data that 'zonal check' verifies.")
  private String certificate;

  @Spec private CommandSpec command;

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
        Destination proof = openCertificate(destination)) {
      Reported<P> made = attempt.get();
      output.write(made.report(), destination);
      if (proof != null) {
        writeCertificate(made.outcome(), proof);
      }
      return switch (made.outcome().verdict()) {
        case PROVEN -> ExitCode.DONE;
        case REFUTED -> ExitCode.REFUTED;
        case UNDECIDED -> ExitCode.NOT_CERTIFIED;
      };
    }
  }

  /**
   * Opens the file at once, so that one that cannot be written is known before the work.
   *
   * @return null if no certificate is wanted
   * @throws UsageException if the result goes to the same file
   */
  private Destination openCertificate(Destination result) {
    if (certificate != null && result.replaces(certificate)) {
      throw new UsageException(
          "--output and --certificate are the same file " + Quotation.of(certificate));
    }
    return certificate == null ? null : Destination.of(certificate, streams);
  }

  /** What is undecided has no certificate, which is said. */
  private void writeCertificate(Outcome<P> outcome, Destination destination) {
    if (outcome.verdict() == Verdict.UNDECIDED) {
      streams.tell("no certificate written: the statement is undecided");
      return;
    }
    Certificate proof = Certificate.of(statement, outcome);
    Origin origin = Origin.of(CommandWords.of(command));
    destination.write(out -> CertificateDocument.write(proof, origin, out));
  }
}
