package dev.zonal.cli;

import dev.zonal.report.CertificateDocument;
import dev.zonal.report.Format;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.Verdict;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Whether a proof leaves a certificate, and where. */
final class CertificateOption {

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = {"Write the proof or refutation to FILE as data that 'zonal check' verifies."})
  private String file;

  /** Writes the certificate if it is wanted; what is undecided has none, which is said. */
  void write(Verdict verdict, Supplier<Certificate> certificate, Streams streams) {
    if (file == null) {
      return;
    }
    if (verdict == Verdict.UNDECIDED) {
      streams.messages().println("zonal: no certificate written: the statement is undecided");
      return;
    }
    try (Destination destination = Destination.of(file, streams)) {
      Certificate proof = certificate.get();
      OutputOptions.write(
          (format, out) -> CertificateDocument.write(proof, out), Format.JSON, destination);
    }
  }
}
