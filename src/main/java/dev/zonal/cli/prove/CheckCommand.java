package dev.zonal.cli.prove;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.report.proof.CheckReport;
import dev.zonal.text.Quotation;
import dev.zonal.verifier.Verifier;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.Claims;
import java.io.IOException;
import java.io.InputStream;
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
    description =
        "Verify a certificate that 'zonal prove' or 'zonal gram' wrote with --certificate. No number in"
            + " it is trusted: each is computed again in another precision, by another method.",
    footer = {
      "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 3 --certificate proof.json",
      "  zonal check proof.json",
      "  zonal gram fcntk:L=3 --points points.csv --spectrum --certificate least.json",
      "  zonal check least.json"
    },
    exitCodeList = {
      "0:verified",
      "1:internal failure",
      "2:bad usage, or the file is no certificate",
      "3:refuted: a claim is false",
      "4:undecided: a claim could not be verified"
    })
public final class CheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(index = "0", paramLabel = "FILE", description = "The certificate.")
  private String file;

  @Mixin private OutputOptions.OfProof output;

  @Mixin private TimeLimit limit;

  public CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Claims claims = read();
    try (Destination destination = output.openBeside(streams, file)) {
      Verifier.Report outcome = new Verifier(Context.current()).check(claims);
      output.write(CheckReport.of(claims, outcome), destination);
      return switch (outcome.verdict()) {
        case VERIFIED -> ExitCode.DONE;
        case REFUTED -> ExitCode.REFUTED;
        case UNDECIDED -> ExitCode.NOT_CERTIFIED;
      };
    }
  }

  private Claims read() {
    String name = Quotation.of(file);
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return CertificateReader.read(in);
    } catch (CertificateReader.Unreadable e) {
      throw new UsageException(name + " is no certificate: " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot read " + name + ": no such file");
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("cannot read " + name + ": " + e.getMessage());
    }
  }
}
