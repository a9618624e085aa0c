package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Chart;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.ChordTerm;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVPrinter;

/** The decay law of one spectrum, written in any of the formats of docs/formats.md. */
public final class AsymptoticsReport implements Table {
  private static final int ATTEMPTS = 6;
  private static final int BOUND_DIGITS = 6;

  private final Asymptotics asymptotics;
  private final int digits;
  private final int count;
  private final List<String> undecided = new ArrayList<>();
  private final Optional<RoundedValue> first;
  private final Optional<RoundedValue> firstAtAntipode;
  private final List<Term> terms = new ArrayList<>();
  private final Map<Parity, Law> laws = new EnumMap<>(Parity.class);

  /** One line of the table of coefficients; empty what is not certified. */
  private record Term(
      String exponent, Optional<RoundedValue> atCoincidence, Optional<RoundedValue> atAntipode) {}

  /** The law of one parity, each number as it is printed. */
  private record Law(
      Optional<String> refusal,
      Optional<String> exponent,
      Optional<RoundedValue> constant,
      Optional<UniformExpansion> certified) {}

  /**
   * @param digits significant digits of every number
   * @param count the number of terms in the table of coefficients
   */
  public AsymptoticsReport(Asymptotics asymptotics, int digits, int count) {
    this.asymptotics = asymptotics;
    this.digits = digits;
    this.count = count;
    Rational one = Rational.ONE;
    this.first =
        rounded(
            "A1",
            bits -> asymptotics.first(bits).map(ChordTerm::atCoincidence),
            () -> asymptotics.exactCoefficient(Chart.CHORD, one));
    this.firstAtAntipode =
        rounded(
            "B1",
            bits -> asymptotics.first(bits).map(ChordTerm::atAntipode),
            () -> asymptotics.exactCoefficient(Chart.ANTIPODAL_CHORD, one));
    List<ChordTerm> sketch = asymptotics.terms(64, count);
    for (int i = 0; i < sketch.size(); i++) {
      int index = i;
      Rational exponent = sketch.get(i).exponent();
      String s = exponent.toString();
      terms.add(
          new Term(
              s,
              rounded(
                  "A" + s,
                  bits -> Optional.of(term(bits, index).atCoincidence()),
                  () -> asymptotics.exactCoefficient(Chart.CHORD, exponent)),
              rounded(
                  "B" + s,
                  bits -> Optional.of(term(bits, index).atAntipode()),
                  () -> asymptotics.exactCoefficient(Chart.ANTIPODAL_CHORD, exponent))));
    }
    for (Parity parity : Parity.values()) {
      laws.put(parity, law(parity));
    }
  }

  private ChordTerm term(int bits, int index) {
    return asymptotics.terms(bits, count).get(index);
  }

  private Law law(Parity parity) {
    Optional<String> refusal = asymptotics.refusal(parity);
    if (refusal.isPresent()) {
      if (asymptotics.verdict() == Verdict.UNDECIDED) {
        undecided.add("law for " + parity + " k: " + refusal.get());
      }
      return new Law(refusal, Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<RoundedValue> constant =
        rounded(
            "constant for " + parity + " k",
            bits -> asymptotics.constant(parity, bits),
            () -> asymptotics.exactConstant(parity));
    return new Law(
        Optional.empty(),
        asymptotics.decayExponent(parity).map(Rational::toString),
        constant,
        asymptotics.certified(parity));
  }

  /** Rounds a number, to which end it is enclosed ever more narrowly; zero if it is exactly 0. */
  private Optional<RoundedValue> rounded(
      String name,
      IntFunction<Optional<Ball>> enclosure,
      Supplier<Optional<PiRational>> knowledge) {
    int bits = BallArithmetic.bitsFor(digits) + 24;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++, bits *= 2) {
      Optional<Ball> ball = enclosure.apply(bits);
      if (ball.isEmpty()) {
        return Optional.empty();
      }
      if (ball.get().isExact() && ball.get().containsZero()) {
        return Optional.of(
            new RoundedValue(BigDecimal.ZERO, ball.get(), Optional.of(PiRational.ZERO), digits));
      }
      Optional<BigDecimal> decided = ball.get().decimal(digits);
      if (decided.isPresent()) {
        return Optional.of(new RoundedValue(decided.get(), ball.get(), knowledge.get(), digits));
      }
    }
    undecided.add(name + ": no precision tried decides its digits or tells it from zero");
    return Optional.empty();
  }

  /** What could not be decided, a line for each. */
  public List<String> undecided() {
    return List.copyOf(undecided);
  }

  @Override
  public void writeText(Writer out) throws IOException {
    int d = asymptotics.spectrum().dimension();
    out.append("kernel         " + asymptotics.spectrum().kernel() + "\n");
    out.append("sphere         S^" + (d - 1) + " in R^" + d + ", probability measure\n");
    out.append("digits         " + digits + " significant, all proved, rounded half-even\n");
    for (Parity parity : Parity.values()) {
      Law law = laws.get(parity);
      String name = parity == Parity.EVEN ? "\neven k         " : "\nodd k          ";
      if (law.refusal().isPresent()) {
        boolean decided = asymptotics.verdict() != Verdict.UNDECIDED;
        out.append(name + (decided ? "no power law: " : "not decided: ") + law.refusal().get());
        out.append("\n");
      } else if (law.exponent().isEmpty()) {
        out.append(name + "the leading coefficient was not told from zero\n");
      } else {
        String e = law.exponent().get();
        String power = e.matches("\\d+") ? e : "(" + e + ")";
        out.append(name + "k^" + power + " eta_k -> " + text(law.constant()) + "\n");
        out.append("               " + certificate(law, power) + "\n");
      }
    }
    if (!terms.isEmpty()) {
      out.append("\nChord coefficients at u = 1 (A) and u = -1 (B)\n\n");
      TextTable table = new TextTable("s", "A_s", "B_s");
      for (Term term : terms) {
        table.add(term.exponent(), text(term.atCoincidence()), text(term.atAntipode()));
      }
      table.write(out);
    }
  }

  private static String text(Optional<RoundedValue> value) {
    return value.map(RoundedValue::text).orElse("?");
  }

  /** An empty field where there is nothing. */
  private static String field(Optional<RoundedValue> value) {
    return value.map(RoundedValue::text).orElse(null);
  }

  private String certificate(Law law, String power) {
    if (law.certified().isEmpty()) {
      return "no remainder is certified from any k up to 2^15 on";
    }
    UniformExpansion e = law.certified().get();
    Rational order = e.remainderOrder();
    String q = order.toString();
    return "eta_k = C K^-"
        + power
        + " (1 + e_k), |e_k| <= "
        + bound(e)
        + " (K0/K)^"
        + (q.matches("\\d+") ? q : "(" + q + ")")
        + " for k >= k0 = "
        + e.from()
        + ", K = k + (d-2)/2";
  }

  private static String bound(UniformExpansion expansion) {
    return ScientificNotation.of(expansion.remainder().upperDecimal(BOUND_DIGITS));
  }

  @Override
  public void writeCsv(Writer out) throws IOException {
    try (CSVPrinter csv = Csv.printer(new Unclosed(out), "s", "A", "B")) {
      for (Term term : terms) {
        csv.printRecord(term.exponent(), field(term.atCoincidence()), field(term.atAntipode()));
      }
    }
  }

  @Override
  public Envelope envelope() {
    return Envelope.of("asymptotics", 3)
        .kernel(asymptotics.spectrum().kernel())
        .sphere(asymptotics.spectrum().dimension());
  }

  @Override
  public void writeResults(JsonGenerator json) throws IOException {
    Law even = laws.get(Parity.EVEN);
    Law odd = laws.get(Parity.ODD);
    json.writeNumberField("digits", digits);
    value(json, "A1", first);
    value(json, "B1", firstAtAntipode);
    string(json, "evenExponent", even.exponent());
    string(json, "oddExponent", odd.exponent());
    value(json, "evenConstant", even.constant());
    value(json, "oddConstant", odd.constant());
    string(json, "relativeOrder", asymptotics.relativeOrder().map(Rational::toString));
    json.writeArrayFieldStart("terms");
    for (Term term : terms) {
      json.writeStartObject();
      json.writeStringField("exponent", term.exponent());
      value(json, "A", term.atCoincidence());
      value(json, "B", term.atAntipode());
      json.writeEndObject();
    }
    json.writeEndArray();
    string(json, "certifiedFrom", certifiedFrom());
    string(json, "evenRemainder", even.certified().map(AsymptoticsReport::bound));
    string(json, "oddRemainder", odd.certified().map(AsymptoticsReport::bound));
  }

  /** The frequency from which the laws of all parities that have one are certified. */
  private Optional<String> certifiedFrom() {
    long from = 0;
    for (Law law : laws.values()) {
      if (law.refusal().isEmpty()) {
        if (law.certified().isEmpty()) {
          return Optional.empty();
        }
        from = Math.max(from, law.certified().get().from());
      }
    }
    return from == 0 ? Optional.empty() : Optional.of(Long.toString(from));
  }

  private static void value(JsonGenerator json, String key, Optional<RoundedValue> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeObjectFieldStart(key);
      value.get().write(json, "value");
      json.writeEndObject();
    } else {
      json.writeNullField(key);
    }
  }

  private static void string(JsonGenerator json, String key, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(key, value.get());
    } else {
      json.writeNullField(key);
    }
  }
}
