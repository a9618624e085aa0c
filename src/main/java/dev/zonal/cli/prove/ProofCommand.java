package dev.zonal.cli.prove;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.CommandWords;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.text.Quotation;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.Statement;
import dev.zonal.theorem.law.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the proofs of all statements have in common. */
abstract class ProofCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private OutputOptions.OfProof output;

  @Mixin private TimeLimit limit;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write the proof or refutation to FILE as data that 'zonal check' verifies.")
  private String certificate;

  @Spec private CommandSpec command;

  ProofCommand(Streams streams) {
    this.streams = streams;
  }

  /** Writes a proof or refutation as data. */
  @FunctionalInterface
  interface Certified {
    void write(Origin origin, Writer out) throws IOException;
  }

  /**
   * What came of an attempt to prove a statement.
   *
   * @param report on it
   * @param certificate the same as data; of no use if it is undecided
   */
  record Reported(Verdict verdict, Document report, Certified certificate) {
    static Reported of(Statement statement, Outcome<?> outcome, Document report) {
      return new Reported(
          outcome.verdict(),
          report,
          (origin, out) ->
              CertificateDocument.write(Certificate.of(statement, outcome), origin, out));
    }
  }

  /**
   * Makes the attempt, once it is known where its result goes, and writes what came of it.
   *
   * @return the exit code
   */
  final int write(Supplier<Reported> attempt) {
    try (Destination destination = output.open(streams);
        Destination proof = openCertificate(destination)) {
      Reported made = attempt.get();
      output.write(made.report(), destination);
      if (proof != null) {
        writeCertificate(made, proof);
      }
      return switch (made.verdict()) {
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
  private void writeCertificate(Reported made, Destination destination) {
    if (made.verdict() == Verdict.UNDECIDED) {
      streams.tell("no certificate written: the statement is undecided");
      return;
    }
    Origin origin = Origin.of(CommandWords.of(command));
    destination.write(out -> made.certificate().write(origin, out));
  }
}
