package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.verifier.Verifier;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** What came of the check of a certificate. */
public record CheckReport(Claims claims, Verifier.Report outcome) implements TextOrJson {
  @Override
  public void writeText(Writer out) throws IOException {
    out.append("statement      ").append(lower(claims.statement())).append('\n');
    for (Claims.OfKernel kernel : claims.kernels()) {
      out.append("kernel         ").append(kernel.kernel().toString()).append('\n');
    }
    int d = claims.dimension();
    out.append("sphere         S^" + (d - 1) + " in R^" + d + "\n");
    out.append("claim          ").append(claim()).append('\n');
    out.append("verdict        ").append(verdict()).append('\n');
    for (Finding finding : outcome.findings()) {
      out.append(lower(finding.verdict()) + ": " + description(finding) + "\n");
    }
  }

  /** The hypothesis in words, where it was asked for, and the statement that asks for it. */
  private static String description(Finding finding) {
    return finding.where()
        + ": "
        + finding.hypothesis().meaning()
        + " ("
        + finding.hypothesis().source()
        + ")";
  }

  private String claim() {
    return claims.refutation().map(reason -> "refuted by " + reason).orElse("proven");
  }

  private String verdict() {
    return switch (outcome.verdict()) {
      case VERIFIED -> "verified: every number was computed again, and the inequalities hold";
      case REFUTED -> "refuted: a claim is false";
      case UNDECIDED -> "undecided: a claim could not be verified";
    };
  }

  @Override
  public Envelope envelope() {
    return Envelope.of("check", 2)
        .kernel(claims.kernels().get(0).kernel())
        .sphere(claims.dimension());
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    json.writeStringField("statement", lower(claims.statement()));
    if (claims.kernels().size() > 1) {
      json.writeStringField("other", claims.kernels().get(1).kernel().toString());
    }
    json.writeStringField("claim", claims.refutation().isPresent() ? "refuted" : "proven");
    json.writeStringField("verdict", lower(outcome.verdict()));
    json.writeArrayFieldStart("findings");
    for (Finding finding : outcome.findings()) {
      json.writeStartObject();
      json.writeStringField("verdict", lower(finding.verdict()));
      json.writeStringField("claim", finding.where());
      json.writeStringField("hypothesis", lower(finding.hypothesis()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
