package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Decay.ParityLaw;
import dev.zonal.theorem.Decay.PowerLaw;
import dev.zonal.theorem.Decay.Vanishing;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.law.DecayLaw;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** What came of an attempt to prove a power law of the eigenvalues. */
public record DecayLawReport(Kernel kernel, int dimension, Outcome<Decay.Proof> result)
    implements TextOrJson {

  private String shift() {
    return dimension == 2
        ? "k"
        : dimension % 2 == 0 ? "k + " + (dimension - 2) / 2 : "k + " + (dimension - 2) + "/2";
  }

  @Override
  public void writeText(Writer out) throws IOException {
    out.append("statement      eta_k = C K^-E (1 + e_k), K = " + shift() + ", along each parity\n");
    out.append("kernel         ").append(kernel.toString()).append('\n');
    out.append("sphere         S^" + (dimension - 1) + " in R^" + dimension + "\n");
    Statement.writeVerdict(out, result.verdict(), result.reason());
    if (result.proof().isPresent()) {
      writeText(out, result.proof().get());
    }
  }

  private void writeText(Writer out, Decay.Proof proof) throws IOException {
    for (ParityLaw law : proof.parities()) {
      out.append('\n');
      writeText(out, law);
    }
    if (proof.least().isPresent()) {
      String power = power("k", proof.laws().get(0).law().decayExponent());
      out.append("\nAll k >= 1: c_1 " + power + " <= eta_k <= c_2 " + power + "\n");
      writeBounds(out, proof.least().get(), proof.greatest().orElseThrow());
    }
    Optional<FirstCoefficients> form = FirstCoefficients.of(kernel);
    if (form.isPresent()) {
      out.append("\nClosed forms: C = -(A_1 + (-1)^k B_1) 2^(d-2) Gamma(d/2)^2/pi with\n");
      out.append("    A_1 = " + form.get().atCoincidence() + "\n");
      out.append("    B_1 = " + form.get().atAntipode() + "\n");
      if (!form.get().where().isEmpty()) {
        out.append("    where " + form.get().where() + "\n");
      }
    }
  }

  private static void writeText(Writer out, ParityLaw parity) throws IOException {
    String name = parity.parity().toString();
    if (parity instanceof Vanishing zero) {
      out.append(name + " k: eta_k = 0 exactly for every k >= " + zero.from());
      out.append(" (one layer without bias)\n");
    } else if (parity instanceof PowerLaw power) {
      DecayLaw law = power.law();
      out.append(name + " k: eta_k = C " + power("K", law.decayExponent()) + " (1 + e_k)\n");
      out.append("    C = " + Statement.shown(law.constant()) + "\n");
      out.append("    |e_k| <= " + Statement.atMost(law.remainderConstant()) + " ");
      out.append(power("K", law.remainderOrder()) + " for k >= " + law.from());
      out.append(", so at most " + Statement.atMost(law.remainder()) + "\n");
      String unshifted = power("k", law.decayExponent());
      out.append("    c_1 " + unshifted + " <= eta_k <= c_2 " + unshifted + " for k >= 1\n");
      writeBounds(out, power.least(), power.greatest());
    }
  }

  private static String power(String base, Rational exponent) {
    String text = exponent.toString();
    return base + "^-" + (text.contains("/") ? "(" + text + ")" : text);
  }

  private static void writeBounds(Writer out, Extremum least, Extremum greatest)
      throws IOException {
    out.append("    best c_1 " + Statement.shown(least.value()));
    out.append(" (" + Statement.attained(least) + ")\n");
    out.append("    best c_2 " + Statement.shown(greatest.value()));
    out.append(" (" + Statement.attained(greatest) + ")\n");
  }

  @Override
  public Envelope envelope() {
    return Statement.envelope(kernel, dimension);
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    Statement.writeVerdict(json, "decay", result.verdict(), result.reason());
    json.writeArrayFieldStart("parities");
    for (ParityLaw parity : result.proof().map(Decay.Proof::parities).orElse(List.of())) {
      json.writeStartObject();
      json.writeStringField("parity", parity.parity().toString());
      if (parity instanceof Vanishing zero) {
        json.writeStringField("zerosFrom", Long.toString(zero.from()));
      } else if (parity instanceof PowerLaw power) {
        DecayLaw law = power.law();
        json.writeStringField("exponent", law.decayExponent().toString());
        json.writeStringField("from", Long.toString(law.from()));
        Statement.writeInterval(json, "constant", law.constant(), power.exactConstant());
        json.writeStringField("remainder", Statement.atMost(law.remainderConstant()));
        json.writeStringField("remainderOrder", law.remainderOrder().toString());
        Statement.writeExtremum(json, "c1", power.least());
        Statement.writeExtremum(json, "c2", power.greatest());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    Optional<Extremum> least = result.proof().flatMap(Decay.Proof::least);
    if (least.isPresent()) {
      Statement.writeExtremum(json, "c1", least.get());
      Statement.writeExtremum(
          json, "c2", result.proof().flatMap(Decay.Proof::greatest).orElseThrow());
    }
  }
}
