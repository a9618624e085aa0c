package dev.zonal;

import dev.zonal.context.Context;
import dev.zonal.report.document.Origin;
import dev.zonal.report.proof.CertificateDocument;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.certificate.Certificate;
import dev.zonal.theorem.certificate.Statement;
import dev.zonal.theorem.law.Verdict;
import dev.zonal.verifier.Verifier;
import dev.zonal.verifier.document.CertificateReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How an attempt to prove a statement ended: proven, refuted or undecided.
 *
 * @param <P> what proves the statement
 * @since 0.1.0
 */
public final class Proof<P extends Outcome.Proof> {
  private final Statement statement;
  private final Outcome<P> outcome;

  Proof(Statement statement, Outcome<P> outcome) {
    this.statement = statement;
    this.outcome = outcome;
  }

  /** Which of the three it is. */
  public Verdict verdict() {
    return outcome.verdict();
  }

  /** Why it is not proven, in one sentence; empty if it is. */
  public String reason() {
    return outcome.reason();
  }

  /**
   * What proves the statement, with its numbers.
   *
   * @throws IllegalStateException if it is not proven, with the reason
   */
  public P evidence() {
    return outcome
        .proof()
        .orElseThrow(
            () -> new IllegalStateException(statement.name() + " is not proven: " + reason()));
  }

  /**
   * The proof or refutation as data, JSON that {@link #check}, {@code zonal check} and programs of
   * other people verify (docs/certificates.md). Needs jackson-core.
   *
   * @throws IllegalStateException if the statement is undecided
   */
  public String certificate() {
    if (verdict() == Verdict.UNDECIDED) {
      throw new IllegalStateException("no certificate of what is undecided: " + reason());
    }
    StringWriter text = new StringWriter();
    try {
      CertificateDocument.write(
          Certificate.of(statement, outcome), Origin.of(List.of("prove", statement.name())), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Verifies a certificate: every number in it is computed again, in another precision and by
   * another method. Needs jackson-core.
   *
   * @return the verdict, with what is not verified
   * @throws IllegalArgumentException if the text is no certificate
   */
  public static Verifier.Report check(String certificate) {
    byte[] bytes = certificate.getBytes(StandardCharsets.UTF_8);
    try {
      return new Verifier(Context.NONE)
          .check(CertificateReader.read(new ByteArrayInputStream(bytes)));
    } catch (CertificateReader.Unreadable e) {
      throw new IllegalArgumentException("no certificate: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return statement.name()
        + ": "
        + verdict().name().toLowerCase(java.util.Locale.ROOT)
        + (reason().isEmpty() ? "" : ", " + reason());
  }
}
