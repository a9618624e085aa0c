package dev.zonal.report;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.grid.CertifiedNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Named values, in the order in which they were added. */
final class Fields implements Value {
  /** Ends of enclosures have so many digits. */
  private static final int DIGITS = 18;

  private final Map<String, Value> values = new LinkedHashMap<>();

  /** The values by their names. */
  Map<String, Value> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Adds a value; beside a rounded number go its bounds and, where it is known, itself. */
  Fields with(String name, Value value) {
    if (value instanceof Cell.Rounded rounded) {
      CertifiedNumber number = rounded.number();
      return with(name, rounded.text())
          .with("lower", ScientificNotation.of(number.lower()))
          .with("upper", ScientificNotation.of(number.upper()))
          .exact(number.exact());
    }
    if (values.put(name, value) != null) {
      throw new IllegalArgumentException("there are two values named " + name);
    }
    return this;
  }

  Fields with(String name, String text) {
    return with(name, new Cell.Text(text));
  }

  /** Adds nothing under that name if there is no text. */
  Fields with(String name, Optional<String> text) {
    return with(name, Cell.of(text));
  }

  Fields with(String name, long number) {
    return with(name, new Cell.Whole(number));
  }

  Fields with(String name, boolean isTrue) {
    return with(name, new Cell.Flag(isTrue));
  }

  /** Adds an enclosure. */
  Fields with(String name, Ball ball) {
    return with(name, new Fields().ends(ball));
  }

  /** Adds an enclosure with the number itself where it is known. */
  Fields with(String name, Ball ball, Optional<PiRational> exact) {
    return with(name, new Fields().ends(ball).exact(exact));
  }

  /** Adds the ends of an enclosure, rounded outward. */
  Fields ends(Ball ball) {
    return ends(ball, ball);
  }

  /** Adds the lower end of one enclosure and the upper end of another. */
  Fields ends(Ball least, Ball most) {
    return with("lower", ScientificNotation.of(least.lowerDecimal(DIGITS)))
        .with("upper", ScientificNotation.of(most.upperDecimal(DIGITS)));
  }

  /** Adds a number where it is known and not too long. */
  private Fields exact(Optional<PiRational> number) {
    return number.filter(Exact::isModerate).isPresent()
        ? with("exact", Exact.of(number.get()))
        : this;
  }
}
