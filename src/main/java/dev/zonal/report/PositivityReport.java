package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.theorem.Positivity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.law.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** What came of an attempt to prove that all eigenvalues are positive. */
public record PositivityReport(Kernel kernel, int dimension, Positivity result)
    implements TextOrJson {

  @Override
  public void writeText(Writer out) throws IOException {
    out.append("statement      eta_k > 0 for all k >= 0: strictly positive definite\n");
    out.append("kernel         ").append(kernel.toString()).append('\n');
    out.append("sphere         S^" + (dimension - 1) + " in R^" + dimension + "\n");
    if (result.semidefinite().isPresent()) {
      writeBoth(out, result.semidefinite().get());
    } else {
      Statement.writeVerdict(out, result.verdict(), result.reason());
    }
    if (result.verdict() != Verdict.PROVEN) {
      return;
    }
    out.append('\n');
    for (UniformTail tail : result.tails()) {
      out.append(
          "From k0 = " + tail.from() + " on, k " + tail.parity() + ", by the tail theorem:\n");
      out.append("    eta_k = c Lambda_k(" + tail.exponent() + ") (1 + x_k),  |x_k| <= ");
      out.append(Statement.atMost(tail.relativeDistance()) + " < 1,\n");
      out.append("    c = " + Statement.shown(tail.leading()));
      out.append(", where c Lambda_k(" + tail.exponent() + ") > 0.\n");
    }
    if (result.tails().isEmpty()) {
      out.append(
          "The kernel is a mixture of Gaussians exp(-v r^2) with weights that are not negative,\n");
      out.append(
          "and every eigenvalue of a Gaussian is positive (docs/theory.md, Proposition 9.14).\n");
    }
    if (result.smallest().isPresent()) {
      var least = result.smallest().get();
      out.append(
          "The "
              + result.table().size()
              + (result.tails().isEmpty() ? " first eigenvalues" : " eigenvalues below")
              + " were enclosed; the least is\n");
      out.append(
          "    eta_" + least.getKey() + " = " + Statement.shown(least.getValue().ball()) + ".\n");
    }
  }

  /** The strict statement is refuted; the weaker one may be proven. */
  private void writeBoth(Writer out, Semidefinite weaker) throws IOException {
    String verdict = weaker.verdict().name().toLowerCase(Locale.ROOT);
    out.append("verdict        strictly: refuted; semidefinite: " + verdict + "\n");
    out.append("strictly       " + result.reason() + "\n");
    out.append(
        weaker.verdict() == Verdict.PROVEN
            ? "zeros          " + SemidefiniteReport.zeros(weaker) + "\n"
            : "semidefinite   " + weaker.reason() + "\n");
  }

  @Override
  public Envelope envelope() {
    return Statement.envelope(kernel, dimension);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    Statement.writeVerdict(json, "positivity", result.verdict(), result.reason());
    if (result.semidefinite().isPresent()) {
      Semidefinite weaker = result.semidefinite().get();
      json.writeObjectFieldStart("semidefinite");
      json.writeStringField("verdict", weaker.verdict().name().toLowerCase(Locale.ROOT));
      json.writeStringField("reason", weaker.reason());
      if (weaker.verdict() == Verdict.PROVEN) {
        SemidefiniteReport.writeZeros(json, weaker);
      }
      json.writeEndObject();
    }
    json.writeArrayFieldStart("tails");
    for (UniformTail tail : result.tails()) {
      json.writeStartObject();
      json.writeStringField("parity", tail.parity().toString());
      json.writeStringField("from", Long.toString(tail.from()));
      json.writeNumberField("exponent", tail.exponent());
      Statement.writeInterval(json, "leading", tail.leading());
      json.writeStringField("relativeDistance", Statement.atMost(tail.relativeDistance()));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (result.smallest().isPresent()) {
      var least = result.smallest().get();
      json.writeObjectFieldStart("smallest");
      json.writeStringField("k", Long.toString(least.getKey()));
      Statement.writeInterval(
          json, "eigenvalue", least.getValue().ball(), least.getValue().exact());
      json.writeEndObject();
    }
  }
}
