package dev.zonal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.law.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the reports of all propositions have in common: the verdict, and how numbers look. */
final class Statement {
  private static final int DIGITS = 15;
  private static final int FEWEST_DIGITS = 4;

  private Statement() {}

  static void writeVerdict(Appendable out, Verdict verdict, String reason) throws IOException {
    out.append("verdict        ").append(verdict.name().toLowerCase(Locale.ROOT));
    out.append(reason.isEmpty() ? "" : ": " + reason).append("\n");
  }

  /** What the documents of all statements begin with. */
  static Envelope envelope(Kernel kernel, int dimension) {
    return Envelope.of("proof", 2).kernel(kernel).sphere(dimension);
  }

  /** The keys that the results of all statements begin with. */
  static void writeVerdict(JsonGenerator json, String statement, Verdict verdict, String reason)
      throws IOException {
    json.writeStringField("statement", statement);
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
      Optional<BigDecimal> rounded = ball.decimal(digits);
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

  /** An enclosure with the number itself where it is known. */
  static void writeInterval(JsonGenerator json, String name, Ball ball, Optional<PiRational> exact)
      throws IOException {
    json.writeObjectFieldStart(name);
    writeEnds(json, ball);
    Exact.write(json, exact);
    json.writeEndObject();
  }

  /** The key smallest, if there is a least eigenvalue. */
  static void writeSmallest(JsonGenerator json, Optional<Map.Entry<Long, Enclosure.Certified>> row)
      throws IOException {
    if (row.isPresent()) {
      Enclosure.Certified least = row.get().getValue();
      json.writeObjectFieldStart("smallest");
      json.writeStringField("k", Long.toString(row.get().getKey()));
      writeInterval(json, "eigenvalue", least.ball(), least.exact());
      json.writeEndObject();
    }
  }

  /** An enclosure of an extremum, and where it is attained. */
  static void writeExtremum(JsonGenerator json, String name, Extremum extremum) throws IOException {
    json.writeObjectFieldStart(name);
    writeEnds(json, extremum.value());
    writeAttained(json, extremum);
    json.writeEndObject();
  }

  /** The key attained: one place, or those among which it could not be decided. */
  static void writeAttained(JsonGenerator json, Extremum extremum) throws IOException {
    json.writeObjectFieldStart("attained");
    if (extremum.isDecided()) {
      writePlace(json, extremum.places().get(0));
    } else {
      json.writeStringField("at", "undecided");
      json.writeArrayFieldStart("among");
      for (Extremum.Place place : extremum.places()) {
        json.writeStartObject();
        writePlace(json, place);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Where an extremum is attained, in words. */
  static String attained(Extremum extremum) {
    List<String> places = extremum.places().stream().map(Statement::words).toList();
    return places.size() > 3 ? places.get(0) + " or near it" : String.join(" or ", places);
  }

  private static String words(Extremum.Place place) {
    if (place instanceof Extremum.AtFrequency frequency) {
      return "k = " + frequency.k();
    } else if (place instanceof Extremum.Limit limit) {
      return "limit, " + limit.parity() + " k";
    } else if (place instanceof Extremum.Tail tail) {
      return "limit or an " + tail.parity() + " k from " + tail.from() + " on";
    } else if (place instanceof Extremum.Everywhere) {
      return "every k";
    }
    throw new IllegalArgumentException("a place without words: " + place);
  }

  private static void writePlace(JsonGenerator json, Extremum.Place place) throws IOException {
    if (place instanceof Extremum.AtFrequency frequency) {
      json.writeStringField("at", "frequency");
      json.writeStringField("k", Long.toString(frequency.k()));
    } else if (place instanceof Extremum.Limit limit) {
      json.writeStringField("at", "limit");
      json.writeStringField("parity", limit.parity().toString());
    } else if (place instanceof Extremum.Tail tail) {
      json.writeStringField("at", "tail");
      json.writeStringField("parity", tail.parity().toString());
      json.writeStringField("from", Long.toString(tail.from()));
    } else if (place instanceof Extremum.Everywhere) {
      json.writeStringField("at", "every");
    } else {
      throw new IllegalArgumentException("a place that has no form: " + place);
    }
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
