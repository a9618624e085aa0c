package dev.zonal.cli.prove;

import dev.zonal.claim.Claim;
import dev.zonal.claim.ClaimCheck;
import dev.zonal.claim.ClaimFile;
import dev.zonal.claim.Judgement;
import dev.zonal.claim.Judgement.Verdict;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.report.document.Format;
import dev.zonal.report.proof.CheckReport;
import dev.zonal.report.proof.ClaimReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.text.Quotation;
import dev.zonal.verifier.Verifier;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.Claims;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zonal check}: verifies a certificate, or the numbers that others claim. */
@Command(
    name = "check",
    description = {
      "Verify a certificate that 'zonal prove' or 'zonal gram' wrote with --certificate, or a file of"
          + " claims: eigenvalues and values of kernels as somebody prints them.",
      "No number in either is trusted: each is computed again, those of a certificate in another"
          + " precision, by another method. Which of them a file is, its first byte says: a"
          + " certificate begins with {."
    },
    footer = {
      "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 3 --certificate proof.json",
      "  zonal check proof.json",
      "  zonal gram fcntk:L=3 --points points.csv --spectrum --certificate least.json",
      "  zonal check least.json",
      "  zonal check claims.csv",
      "  zonal check claims.yaml",
      "",
      "Claims: CSV with a header of some of these columns, in any order",
      "  kernel      a specification, in double quotes if it has commas",
      "  dimension   D, for the unit sphere of R^D; not needed for values",
      "  k or u      of an eigenvalue the frequency, of a value of the kernel the point",
      "  value       the number; a decimal claims all its digits, a fraction and a plain 0 are exact",
      "  tolerance   by how much the truth may differ: a number, or of the truth, as in 0.1%%",
      "  convention  of eigenvalues: probability (default), surface, schoenberg, gegenbauer",
      "  scale       unit (default) or paper",
      "  reference   where it is claimed, for the reader",
      "or YAML (FILE ends in .yaml, or begins with a dash), a list of claims with these as keys"
    },
    exitCodeList = {
      "0:verified, or every claim is right",
      "1:internal failure",
      "2:bad usage, or the file is neither a certificate nor one of claims",
      "3:refuted: a claim is false",
      "4:undecided: a claim could not be verified, and none is false"
    })
public final class CheckCommand implements Callable<Integer> {
  /** So much of a file is looked at to tell what it is. */
  private static final int LONGEST_START = 4096;

  private final Streams streams;
  private final Engine engine;

  @Parameters(index = "0", paramLabel = "FILE", description = "The certificate, or the claims.")
  private String file;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  public CheckCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return read().get();
  }

  /** Reads the file; what is left to do. */
  private Supplier<Integer> read() {
    String name = Quotation.of(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
      if (isJson(in)) {
        Claims claims = CertificateReader.read(in);
        return () -> verify(claims);
      }
      List<Claim> claims = ClaimFile.read(file, in);
      return () -> judge(claims);
    } catch (CertificateReader.Unreadable e) {
      throw new UsageException(name + " is no certificate: " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot read " + name + ": no such file");
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("cannot read " + name + ": " + e.getMessage());
    }
  }

  /** Whether the first thing there is an object or an array; the stream stays where it is. */
  private static boolean isJson(InputStream in) throws IOException {
    in.mark(LONGEST_START);
    String start = new String(in.readNBytes(LONGEST_START), StandardCharsets.ISO_8859_1).strip();
    in.reset();
    return start.startsWith("{") || start.startsWith("[");
  }

  private int verify(Claims claims) {
    output.requireOneOf(Format.OF_PROOFS);
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

  private int judge(List<Claim> claims) {
    try (Destination destination = output.openBeside(streams, file)) {
      List<Judgement> judgements = new ClaimCheck(claims).judge(engine, Context.current());
      output.write(ClaimReport.of(judgements), destination);
      for (Judgement judgement : judgements) {
        judgement
            .reason()
            .ifPresent(
                why -> streams.tell("line " + judgement.claim().line() + " undecided: " + why));
      }
      Set<Verdict> verdicts =
          judgements.stream().map(Judgement::verdict).collect(Collectors.toSet());
      return verdicts.contains(Verdict.WRONG)
          ? ExitCode.REFUTED
          : verdicts.contains(Verdict.UNDECIDED) ? ExitCode.NOT_CERTIFIED : ExitCode.DONE;
    }
  }
}
