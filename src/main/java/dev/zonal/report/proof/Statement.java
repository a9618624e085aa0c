package dev.zonal.report.proof;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.text.ScientificNotation;
import dev.zonal.theorem.Extremum;
import dev.zonal.theorem.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the reports of all propositions have in common: the verdict, and how numbers look. */
final class Statement {
  private static final int DIGITS = 15;
  private static final int FEWEST_DIGITS = 4;

  /** More places than these are not listed. */
  private static final int MOST_PLACES = 3;

  private Statement() {}

  /** A page that begins with the statement, the kernel and the sphere. */
  static Page page(String statement, Spectrum spectrum) {
    return new Page()
        .field("statement", statement)
        .field("kernel", spectrum.kernel())
        .field("sphere", Envelope.Sphere.name(spectrum.dimension()));
  }

  static String verdict(Outcome<?> outcome) {
    String verdict = Words.of(outcome.verdict());
    return outcome.reason().isEmpty() ? verdict : verdict + ": " + outcome.reason();
  }

  static Document document(Page page, Spectrum spectrum, Fields results) {
    return Document.of(
        page,
        Envelope.of("proof", 2, results).kernel(spectrum.kernel()).sphere(spectrum.dimension()));
  }

  /** The fields that the results of all statements begin with. */
  static Fields results(String statement, Outcome<?> outcome) {
    return addVerdict(new Fields().with("statement", statement), outcome);
  }

  static Fields addVerdict(Fields fields, Outcome<?> outcome) {
    return fields.with("verdict", Words.of(outcome.verdict())).with("reason", outcome.reason());
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
    return "in " + interval(ball, ball, 6);
  }

  /** The lower end of one enclosure and the upper end of another, rounded outward. */
  static String interval(Ball least, Ball most, int digits) {
    return "[%s, %s]"
        .formatted(
            ScientificNotation.of(least.lowerDecimal(digits)),
            ScientificNotation.of(most.upperDecimal(digits)));
  }

  /** An upper bound of few digits. */
  static String atMost(Ball ball) {
    return ScientificNotation.of(ball.upperDecimal(3));
  }

  static String atLeast(Ball ball) {
    return ScientificNotation.of(ball.lowerDecimal(3));
  }

  static String atMost(Rational number) {
    return atMost(Precision.BOUNDS.of(number));
  }

  /** An eigenvalue with its k, for people. */
  static String eigenvalue(Map.Entry<Long, Enclosure> row) {
    return "eta_" + row.getKey() + " = " + shown(row.getValue().ball());
  }

  /** The same as fields. */
  static Fields fields(Map.Entry<Long, Enclosure> row) {
    return new Fields()
        .with("k", Long.toString(row.getKey()))
        .with("eigenvalue", row.getValue().ball(), row.getValue().exact());
  }

  /** An enclosure of an extremum, and where it is attained. */
  static Fields extremum(Extremum extremum) {
    return new Fields().ends(extremum.value()).with("attained", attained(extremum));
  }

  /** One place, or those among which it could not be decided. */
  static Fields attained(Extremum extremum) {
    return extremum.isDecided()
        ? Whereabouts.of(extremum.places().get(0)).fields()
        : new Fields()
            .with("at", "undecided")
            .with("among", new Rows<>(extremum.places(), place -> Whereabouts.of(place).fields()));
  }

  /** Where an extremum is attained, or may be, in words. */
  static String places(Extremum extremum) {
    List<String> places =
        extremum.places().stream().map(place -> Whereabouts.of(place).words()).toList();
    return places.size() > MOST_PLACES
        ? places.get(0) + " or near it"
        : String.join(" or ", places);
  }

  /** A place, for people and as fields. */
  private record Whereabouts(String words, Fields fields) {
    static Whereabouts of(Extremum.Place place) {
      if (place instanceof Extremum.AtFrequency frequency) {
        String k = Long.toString(frequency.k());
        return new Whereabouts("k = " + k, at("frequency").with("k", k));
      } else if (place instanceof Extremum.Limit limit) {
        String parity = limit.parity().toString();
        return new Whereabouts("limit, " + parity + " k", at("limit").with("parity", parity));
      } else if (place instanceof Extremum.Tail tail) {
        String parity = tail.parity().toString();
        String from = Long.toString(tail.from());
        return new Whereabouts(
            "limit or an " + parity + " k from " + from + " on",
            at("tail").with("parity", parity).with("from", from));
      } else if (place instanceof Extremum.Everywhere) {
        return new Whereabouts("every k", at("every"));
      }
      throw new IllegalArgumentException("a place that has no form: " + place);
    }

    private static Fields at(String kind) {
      return new Fields().with("at", kind);
    }
  }
}
