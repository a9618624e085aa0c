package dev.zonal.cli;

import dev.zonal.kernel.Quotation;
import dev.zonal.report.CertificateDocument;
import dev.zonal.report.CheckReport;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.CertificateCheck;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zonal check}: verifies a certificate. */
@Command(
    name = "check",
    description = {
      "Verify a certificate that 'zonal prove --certificate' wrote. No number in it is trusted:",
      "each is computed again in another precision, with another quadrature."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 3 --certificate proof.json",
      "  zonal check proof.json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:verified",
      "1:internal failure",
      "2:bad usage, or the file is no certificate",
      "3:refuted: a claim is false",
      "4:undecided: a claim could not be verified"
    })
final class CheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(index = "0", paramLabel = "FILE", description = "The certificate.")
  private String file;

  @Mixin private ProofOptions output;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Certificate certificate = read();
    try (Destination destination = output.open(streams)) {
      CertificateCheck.Outcome outcome;
      try (TerminalProgress progress = TerminalProgress.on(streams, "check")) {
        outcome = CertificateCheck.of(certificate, progress.context());
      }
      output.write(new CheckReport(certificate, outcome)::write, destination);
      return ProofOptions.exitCode(outcome.verdict());
    }
  }

  private Certificate read() {
    String name = Quotation.of(file);
    try (Reader in = Files.newBufferedReader(Path.of(file))) {
      return CertificateDocument.read(in);
    } catch (CertificateDocument.UnreadableException e) {
      throw new UsageException(name + " is no certificate: " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot read " + name + ": no such file");
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("cannot read " + name + ": " + e.getMessage());
    }
  }
}
