package dev.zonal.report.document;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.text.ScientificNotation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Named values, in the order in which they were added. */
public final class Fields implements Value {
  /** Ends of enclosures have so many digits. */
  private static final int DIGITS = 18;

  private final Map<String, Value> values = new LinkedHashMap<>();

  /** The values by their names. */
  public Map<String, Value> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Adds a value; beside a rounded number go its bounds and, where it is known, itself. */
  public Fields with(String name, Value value) {
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

  /** Adds the values of others. */
  Fields with(Fields others) {
    others.values.forEach(this::with);
    return this;
  }

  public Fields with(String name, String text) {
    return with(name, new Cell.Text(text));
  }

  /** Adds nothing under that name if there is no text. */
  public Fields with(String name, Optional<String> text) {
    return with(name, Cell.of(text));
  }

  public Fields with(String name, long number) {
    return with(name, new Cell.Whole(number));
  }

  /** Adds an enclosure. */
  public Fields with(String name, Ball ball) {
    return with(name, new Fields().ends(ball));
  }

  /** Adds an enclosure with the number itself where it is known. */
  public Fields with(String name, Ball ball, Optional<PiRational> exact) {
    return with(name, new Fields().ends(ball).exact(exact));
  }

  /** Adds the ends of an enclosure, rounded outward. */
  public Fields ends(Ball ball) {
    return ends(ball, ball);
  }

  /** Adds the lower end of an enclosure alone, of what is a bound from below. */
  public Fields least(Ball ball) {
    return with("lower", ScientificNotation.of(ball.lowerDecimal(DIGITS)));
  }

  /** Adds the lower end of one enclosure and the upper end of another. */
  public Fields ends(Ball least, Ball most) {
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
