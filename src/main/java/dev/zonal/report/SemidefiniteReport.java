package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Findings;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.law.UniformExpansion;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What came of an attempt to prove that no eigenvalue is negative. */
public record SemidefiniteReport(Kernel kernel, int dimension, Outcome<Semidefinite.Proof> result)
    implements TextOrJson {

  @Override
  public void writeText(Writer out) throws IOException {
    out.append("statement      eta_k >= 0 for all k >= 0: positive semidefinite\n");
    out.append("kernel         ").append(kernel.toString()).append('\n');
    out.append("sphere         S^" + (dimension - 1) + " in R^" + dimension + "\n");
    Statement.writeVerdict(out, result.verdict(), result.reason());
    if (result.proof().isPresent()) {
      writeText(out, result.proof().get());
    }
  }

  private static void writeText(Writer out, Semidefinite.Proof proof) throws IOException {
    Findings found = proof.found();
    out.append("zeros          ").append(zeros(proof)).append("\n\n");
    for (UniformExpansion tail : found.tails()) {
      out.append("From k0 = " + tail.from() + " on, k " + tail.parity());
      out.append(", by a uniform tail: eta_k > 0, and\n");
      String exponent = tail.terms().get(0).exponent().toString();
      out.append("    eta_k = c Lambda_k(" + exponent + ") (1 + x_k),  |x_k| <= ");
      out.append(Statement.atMost(tail.relativeDistance()) + " < 1,\n");
      out.append("    c = " + Statement.shown(tail.terms().get(0).coefficient()) + ".\n");
    }
    if (found.tails().isEmpty() && proof.vanishing().isEmpty()) {
      out.append("The kernel is a mixture of Gaussians exp(-v r^2), whose eigenvalues are all\n");
      out.append("positive (docs/theory.md, Proposition 9.14).\n");
    }
    out.append("Enclosed: " + found.table().size() + " eigenvalues");
    if (found.smallestNotZero().isPresent()) {
      var least = found.smallestNotZero().get();
      out.append(
          "; the least that is not zero is\n    eta_"
              + least.getKey()
              + " = "
              + Statement.shown(least.getValue().ball()));
    }
    out.append(".\n");
  }

  /** Which eigenvalues are exactly zero, in words. */
  static String zeros(Semidefinite.Proof proof) {
    if (isZero(proof)) {
      return "every eigenvalue: the Hilbert space is {0}";
    }
    SortedSet<Long> single = proof.found().zeros();
    String listed = single.stream().map(k -> "k = " + k).collect(Collectors.joining(", "));
    String families =
        proof.vanishing().entrySet().stream()
            .map(parity -> "every " + parity.getKey() + " k from " + parity.getValue() + " on")
            .collect(Collectors.joining(", "));
    String all = listed + (listed.isEmpty() || families.isEmpty() ? "" : ", ") + families;
    return all.isEmpty() ? "none" : all;
  }

  private static boolean isZero(Semidefinite.Proof proof) {
    return proof.vanishing().size() == Parity.values().length
        && proof.found().smallestNotZero().isEmpty();
  }

  @Override
  public Envelope envelope() {
    return Statement.envelope(kernel, dimension);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    Statement.writeVerdict(json, "semidefinite", result.verdict(), result.reason());
    if (result.proof().isPresent()) {
      writeZeros(json, result.proof().get());
    }
    json.writeArrayFieldStart("tails");
    for (Findings found : result.findings()) {
      for (UniformExpansion tail : found.tails()) {
        json.writeStartObject();
        json.writeStringField("parity", tail.parity().toString());
        json.writeStringField("from", Long.toString(tail.from()));
        json.writeStringField("exponent", tail.terms().get(0).exponent().toString());
        Statement.writeInterval(json, "leading", tail.terms().get(0).coefficient());
        json.writeStringField("relativeDistance", Statement.atMost(tail.relativeDistance()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    for (Findings found : result.findings()) {
      Statement.writeSmallest(json, found.smallestNotZero());
    }
  }

  /** The key zeros of the object that is being written. */
  static void writeZeros(JsonGenerator json, Semidefinite.Proof proof) throws IOException {
    json.writeObjectFieldStart("zeros");
    json.writeArrayFieldStart("frequencies");
    for (long k : proof.found().zeros()) {
      json.writeString(Long.toString(k));
    }
    json.writeEndArray();
    json.writeObjectFieldStart("from");
    for (Map.Entry<Parity, Long> parity : proof.vanishing().entrySet()) {
      json.writeStringField(parity.getKey().toString(), Long.toString(parity.getValue()));
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
