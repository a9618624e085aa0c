package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Semidefinite;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What came of an attempt to prove that no eigenvalue is negative. */
public record SemidefiniteReport(Kernel kernel, int dimension, Semidefinite result)
    implements TextOrJson {

  @Override
  public void writeText(Writer out) throws IOException {
    out.append("statement      eta_k >= 0 for all k >= 0: positive semidefinite\n");
    out.append("kernel         ").append(kernel.toString()).append('\n');
    out.append("sphere         S^" + (dimension - 1) + " in R^" + dimension + "\n");
    Statement.writeVerdict(out, result.verdict(), result.reason());
    if (result.verdict() != Verdict.PROVEN) {
      return;
    }
    out.append("zeros          ").append(zeros(result)).append("\n\n");
    for (UniformExpansion tail : result.tails()) {
      out.append("From k0 = " + tail.from() + " on, k " + tail.parity());
      out.append(", by a uniform tail: eta_k > 0, and\n");
      String exponent = tail.terms().get(0).exponent().toString();
      out.append("    eta_k = c Lambda_k(" + exponent + ") (1 + x_k),  |x_k| <= ");
      out.append(Statement.atMost(tail.relativeDistance()) + " < 1,\n");
      out.append("    c = " + Statement.shown(tail.terms().get(0).coefficient()) + ".\n");
    }
    if (result.tails().isEmpty() && result.vanishing().isEmpty()) {
      out.append("The kernel is a mixture of Gaussians exp(-v r^2), whose eigenvalues are all\n");
      out.append("positive (docs/theory.md, Proposition 9.14).\n");
    }
    out.append("Enclosed: " + result.table().size() + " eigenvalues");
    if (result.smallest().isPresent()) {
      var least = result.smallest().get();
      out.append(
          "; the least that is not zero is\n    eta_"
              + least.getKey()
              + " = "
              + Statement.shown(least.getValue().ball()));
    }
    out.append(".\n");
  }

  /** Which eigenvalues are exactly zero, in words. */
  static String zeros(Semidefinite result) {
    if (isZero(result)) {
      return "every eigenvalue: the Hilbert space is {0}";
    }
    SortedSet<Long> single = result.zeros();
    String listed = single.stream().map(k -> "k = " + k).collect(Collectors.joining(", "));
    String families =
        result.vanishing().entrySet().stream()
            .map(parity -> "every " + parity.getKey() + " k from " + parity.getValue() + " on")
            .collect(Collectors.joining(", "));
    String all = listed + (listed.isEmpty() || families.isEmpty() ? "" : ", ") + families;
    return all.isEmpty() ? "none" : all;
  }

  private static boolean isZero(Semidefinite result) {
    return result.vanishing().size() == Parity.values().length && result.smallest().isEmpty();
  }

  @Override
  public Envelope envelope() {
    return Statement.envelope(kernel, dimension);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    Statement.writeVerdict(json, "semidefinite", result.verdict(), result.reason());
    if (result.verdict() == Verdict.PROVEN) {
      writeZeros(json, result);
    }
    json.writeArrayFieldStart("tails");
    for (UniformExpansion tail : result.tails()) {
      json.writeStartObject();
      json.writeStringField("parity", tail.parity().toString());
      json.writeStringField("from", Long.toString(tail.from()));
      json.writeStringField("exponent", tail.terms().get(0).exponent().toString());
      Statement.writeInterval(json, "leading", tail.terms().get(0).coefficient());
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

  /** The key zeros of the object that is being written. */
  static void writeZeros(JsonGenerator json, Semidefinite result) throws IOException {
    json.writeObjectFieldStart("zeros");
    json.writeArrayFieldStart("frequencies");
    for (long k : result.zeros()) {
      json.writeString(Long.toString(k));
    }
    json.writeEndArray();
    json.writeObjectFieldStart("from");
    for (Map.Entry<Parity, Long> parity : result.vanishing().entrySet()) {
      json.writeStringField(parity.getKey().toString(), Long.toString(parity.getValue()));
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
