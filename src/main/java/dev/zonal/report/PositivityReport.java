package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.theorem.Findings;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of an attempt to prove that all eigenvalues are positive.
 *
 * @param weaker what came of the statement that none is negative; present if this one is refuted
 */
public record PositivityReport(
    Kernel kernel,
    int dimension,
    Outcome<Positivity.Proof> result,
    Optional<Outcome<Semidefinite.Proof>> weaker)
    implements TextOrJson {

  @Override
  public void writeText(Writer out) throws IOException {
    out.append("statement      eta_k > 0 for all k >= 0: strictly positive definite\n");
    out.append("kernel         ").append(kernel.toString()).append('\n');
    out.append("sphere         S^" + (dimension - 1) + " in R^" + dimension + "\n");
    if (weaker.isPresent()) {
      writeBoth(out, weaker.get());
    } else {
      Statement.writeVerdict(out, result.verdict(), result.reason());
    }
    if (result.proof().isPresent()) {
      writeText(out, result.proof().get().found());
    }
  }

  private static void writeText(Writer out, Findings found) throws IOException {
    out.append('\n');
    for (UniformTail tail : found.uniformTails()) {
      out.append(
          "From k0 = " + tail.from() + " on, k " + tail.parity() + ", by the tail theorem:\n");
      out.append("    eta_k = c Lambda_k(" + tail.exponent() + ") (1 + x_k),  |x_k| <= ");
      out.append(Statement.atMost(tail.relativeDistance()) + " < 1,\n");
      out.append("    c = " + Statement.shown(tail.leading()));
      out.append(", where c Lambda_k(" + tail.exponent() + ") > 0.\n");
    }
    if (found.tails().isEmpty()) {
      out.append(
          "The kernel is a mixture of Gaussians exp(-v r^2) with weights that are not negative,\n");
      out.append(
          "and every eigenvalue of a Gaussian is positive (docs/theory.md, Proposition 9.14).\n");
    }
    if (found.smallest().isPresent()) {
      var least = found.smallest().get();
      out.append(
          "The "
              + found.table().size()
              + (found.tails().isEmpty() ? " first eigenvalues" : " eigenvalues below")
              + " were enclosed; the least is\n");
      out.append(
          "    eta_" + least.getKey() + " = " + Statement.shown(least.getValue().ball()) + ".\n");
    }
  }

  /** The strict statement is refuted; the weaker one may be proven. */
  private void writeBoth(Writer out, Outcome<Semidefinite.Proof> weaker) throws IOException {
    String verdict = weaker.verdict().name().toLowerCase(Locale.ROOT);
    out.append("verdict        strictly: refuted; semidefinite: " + verdict + "\n");
    out.append("strictly       " + result.reason() + "\n");
    out.append(
        weaker
            .proof()
            .map(proof -> "zeros          " + SemidefiniteReport.zeros(proof) + "\n")
            .orElse("semidefinite   " + weaker.reason() + "\n"));
  }

  @Override
  public Envelope envelope() {
    return Statement.envelope(kernel, dimension);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    Statement.writeVerdict(json, "positivity", result.verdict(), result.reason());
    if (weaker.isPresent()) {
      json.writeObjectFieldStart("semidefinite");
      json.writeStringField("verdict", weaker.get().verdict().name().toLowerCase(Locale.ROOT));
      json.writeStringField("reason", weaker.get().reason());
      if (weaker.get().proof().isPresent()) {
        SemidefiniteReport.writeZeros(json, weaker.get().proof().get());
      }
      json.writeEndObject();
    }
    json.writeArrayFieldStart("tails");
    for (Findings found : result.findings()) {
      for (UniformTail tail : found.uniformTails()) {
        json.writeStartObject();
        json.writeStringField("parity", tail.parity().toString());
        json.writeStringField("from", Long.toString(tail.from()));
        json.writeNumberField("exponent", tail.exponent());
        Statement.writeInterval(json, "leading", tail.leading());
        json.writeStringField("relativeDistance", Statement.atMost(tail.relativeDistance()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    for (Findings found : result.findings()) {
      Statement.writeSmallest(json, found.smallest());
    }
  }
}
