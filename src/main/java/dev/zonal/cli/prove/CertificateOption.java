package dev.zonal.cli.prove;

import dev.zonal.cli.terminal.CommandWords;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.text.Quotation;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.Statement;
import dev.zonal.theorem.law.Verdict;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether a proof leaves a certificate, and where. */
final class CertificateOption {
  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write the proof or refutation to FILE as data that 'zonal check' verifies.")
  private String file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Opens the file at once, so that one that cannot be written is known before the work.
   *
   * @param output where the result goes
   * @return null if no certificate is wanted
   * @throws UsageException if the result goes to the same file
   */
  Destination open(Streams streams, Destination output) {
    if (file != null && output.replaces(file)) {
      throw new UsageException(
          "--output and --certificate are the same file " + Quotation.of(file));
    }
    return file == null ? null : Destination.of(file, streams);
  }

  /**
   * Writes the certificate if it is wanted; what is undecided has none, which is said.
   *
   * @param destination what {@link #open} gave
   */
  void write(Statement statement, Outcome<?> outcome, Destination destination, Streams streams) {
    if (destination == null) {
      return;
    }
    if (outcome.verdict() == Verdict.UNDECIDED) {
      streams.tell("no certificate written: the statement is undecided");
      return;
    }
    Certificate proof = Certificate.of(statement, outcome);
    Origin origin = Origin.of(CommandWords.of(command));
    destination.write(out -> CertificateDocument.write(proof, origin, out));
  }
}
