package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.theorem.Certificate;
import dev.zonal.theorem.CertificateCheck.Finding;
import dev.zonal.theorem.CertificateCheck.Outcome;
import dev.zonal.theorem.Evidence;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** What came of the check of a certificate. */
public record CheckReport(Certificate certificate, Outcome outcome) implements TextOrJson {
  private static final String SCHEMA = "zonal.check/1";

  @Override
  public void writeText(Writer out) throws IOException {
    out.append("statement      ").append(lower(certificate.kind())).append('\n');
    for (Evidence evidence : certificate.evidence()) {
      out.append("kernel         ").append(evidence.kernel().toString()).append('\n');
    }
    int d = certificate.dimension();
    out.append("sphere         S^" + (d - 1) + " in R^" + d + "\n");
    out.append("claim          ").append(claim()).append('\n');
    out.append("verdict        ").append(verdict()).append('\n');
    for (Finding finding : outcome.findings()) {
      out.append(lower(finding.verdict()) + ": " + finding.claim() + "\n");
    }
  }

  private String claim() {
    return certificate
        .refutation()
        .map(refutation -> "refuted by " + lower(refutation))
        .orElse("proven");
  }

  private String verdict() {
    return switch (outcome.verdict()) {
      case PROVEN -> "verified: every number was computed again, and the inequalities hold";
      case REFUTED -> "refuted";
      case UNDECIDED -> "undecided";
    };
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("statement", lower(certificate.kind()));
    json.writeNumberField("dimension", certificate.dimension());
    json.writeStringField("claim", certificate.refutation().isPresent() ? "refuted" : "proven");
    json.writeStringField("verdict", lower(outcome.verdict()).replace("proven", "verified"));
    json.writeArrayFieldStart("findings");
    for (Finding finding : outcome.findings()) {
      json.writeStartObject();
      json.writeStringField("verdict", lower(finding.verdict()));
      json.writeStringField("claim", finding.claim());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
