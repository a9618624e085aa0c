package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.Ball;
import dev.zonal.theorem.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What the reports of all propositions have in common: the verdict, and how numbers look. */
final class Statement {
  /** The version of the JSON documents. */
  static final String SCHEMA = "zonal.proof/1";

  private static final int DIGITS = 15;
  private static final int FEWEST_DIGITS = 4;

  private Statement() {}

  static void writeVerdict(Appendable out, Verdict verdict, String reason) throws IOException {
    out.append("verdict        ").append(verdict.name().toLowerCase(Locale.ROOT));
    out.append(reason.isEmpty() ? "" : ": " + reason).append("\n");
  }

  static void startJson(
      JsonGenerator json, String statement, int dimension, Verdict verdict, String reason)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("statement", statement);
    json.writeNumberField("dimension", dimension);
    json.writeStringField("verdict", verdict.name().toLowerCase(Locale.ROOT));
    json.writeStringField("reason", reason);
  }

  /** Proved digits, up to 15; an interval where there are not even four. */
  static String shown(Ball ball) {
    return shown(ball, DIGITS);
  }

  /** The same with up to 8 digits. */
  static String few(Ball ball) {
    return shown(ball, 8);
  }

  private static String shown(Ball ball, int most) {
    if (ball.isExact() && ball.containsZero()) {
      return "0";
    }
    for (int digits = most; digits >= FEWEST_DIGITS; digits--) {
      Optional<BigDecimal> rounded = ball.round(digits);
      if (rounded.isPresent()) {
        return ScientificNotation.of(rounded.get(), digits);
      }
    }
    return "in [" + lower(ball, 6) + ", " + upper(ball, 6) + "]";
  }

  /** An upper bound of few digits. */
  static String atMost(Ball ball) {
    return upper(ball, 3);
  }

  static void writeInterval(JsonGenerator json, String name, Ball ball) throws IOException {
    json.writeObjectFieldStart(name);
    writeEnds(json, ball);
    json.writeEndObject();
  }

  /** The keys lower and upper of the object that is being written. */
  static void writeEnds(JsonGenerator json, Ball ball) throws IOException {
    json.writeStringField("lower", lower(ball, DIGITS + 3));
    json.writeStringField("upper", upper(ball, DIGITS + 3));
  }

  private static String lower(Ball ball, int digits) {
    return ScientificNotation.of(ball.lowerDecimal(digits));
  }

  private static String upper(Ball ball, int digits) {
    return ScientificNotation.of(ball.upperDecimal(digits));
  }
}
