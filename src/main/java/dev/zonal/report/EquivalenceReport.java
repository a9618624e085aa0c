package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.law.QuotientTail;
import java.io.IOException;
import java.io.Writer;

/**
 * What came of an attempt to prove that two kernels have the same reproducing kernel Hilbert space.
 *
 * @param note how the second kernel was chosen, or empty
 */
public record EquivalenceReport(
    Kernel one, Kernel two, int dimension, Outcome<Equivalence.Proof> result, String note)
    implements TextOrJson {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  @Override
  public void writeText(Writer out) throws IOException {
    out.append(
        "statement      eta_k(1), eta_k(2) >= 0, and 0 < m <= q_k = eta_k(1)/eta_k(2) <= M\n");
    out.append("               for all k >= 0 where not both are zero:\n");
    out.append("               the same Hilbert space, with equivalent norms\n");
    out.append("kernel 1       ").append(one.toString()).append('\n');
    out.append("kernel 2       ").append(two.toString()).append('\n');
    if (!note.isEmpty()) {
      out.append("               ").append(note).append('\n');
    }
    out.append("sphere         S^" + (dimension - 1) + " in R^" + dimension + "\n");
    Statement.writeVerdict(out, result.verdict(), result.reason());
    if (result.proof().isPresent()) {
      writeText(out, result.proof().get());
    }
  }

  private static void writeText(Writer out, Equivalence.Proof proof) throws IOException {
    Extremum least = proof.infimum();
    Extremum greatest = proof.supremum();
    out.append('\n');
    TextTable table = new TextTable("", "value", "square root", "attained");
    table.add("inf q_k", Statement.shown(least.value()), root(least), Statement.attained(least));
    table.add(
        "sup q_k", Statement.shown(greatest.value()), root(greatest), Statement.attained(greatest));
    table.write(out);
    out.append("\nsup/inf = ");
    out.append(Statement.shown(OVER.divide(greatest.value(), least.value())));
    out.append("; sqrt(inf) |f|_1 <= |f|_2 <= sqrt(sup) |f|_1 for every f.\n\n");
    for (QuotientTail tail : proof.tails()) {
      out.append("From k0 = " + tail.from() + " on, k " + tail.parity() + ": q_k = ");
      out.append(Statement.shown(tail.limit()) + " (1 + x_k), |x_k| <= ");
      out.append(Statement.atMost(tail.spread()) + side(tail) + ".\n");
    }
    out.append(
        proof.isOfItself()
            ? "The kernels are the same; it is positive semidefinite.\n"
            : "Below, "
                + proof.quotients().size()
                + " quotients were enclosed. Both kernels are positive semidefinite.\n");
  }

  private static String side(QuotientTail tail) {
    return tail.side() == 0 ? "" : tail.side() > 0 ? ", x_k > 0" : ", x_k < 0";
  }

  private static String root(Extremum extremum) {
    return Statement.shown(root(extremum.value()));
  }

  private static Ball root(Ball value) {
    return OVER.sqrt(value);
  }

  @Override
  public Envelope envelope() {
    return Statement.envelope(one, dimension);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    Statement.writeVerdict(json, "equivalence", result.verdict(), result.reason());
    json.writeStringField("other", two.toString());
    if (result.proof().isPresent()) {
      Equivalence.Proof proof = result.proof().get();
      write(json, "infimum", proof.infimum());
      write(json, "supremum", proof.supremum());
      json.writeArrayFieldStart("tails");
      for (QuotientTail tail : proof.tails()) {
        json.writeStartObject();
        json.writeStringField("parity", tail.parity().toString());
        json.writeStringField("from", Long.toString(tail.from()));
        Statement.writeInterval(json, "limit", tail.limit());
        json.writeStringField("spread", Statement.atMost(tail.spread()));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void write(JsonGenerator json, String name, Extremum extremum) throws IOException {
    json.writeObjectFieldStart(name);
    Statement.writeInterval(json, "value", extremum.value());
    Statement.writeInterval(json, "squareRoot", root(extremum.value()));
    Statement.writeAttained(json, extremum);
    json.writeEndObject();
  }
}
