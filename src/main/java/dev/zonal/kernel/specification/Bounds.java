package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All values of a parameter between two, the second of which may be infinity.
 *
 * @param key the name of the parameter
 * @param lower the least of them
 * @param end the greatest; empty for infinity
 */
public record Bounds(String key, Rational lower, Optional<Rational> end) {
  /** What infinity is written as. */
  public static final String INFINITY = "infinity";

  /** The numbers between two. */
  public Bounds(String key, Rational lower, Rational upper) {
    this(key, lower, Optional.of(upper));
  }

  /** Whether infinity is not the greatest value. */
  public boolean isBounded() {
    return end.isPresent();
  }

  /**
   * The greatest value.
   *
   * @throws java.util.NoSuchElementException if that is infinity
   */
  public Rational upper() {
    return end.orElseThrow();
  }

  /** A number between the bounds: the middle, or twice the lower bound (1 for 0). */
  public Rational middle() {
    Rational far = lower.signum() > 0 ? lower.multiply(2) : Rational.ONE;
    return end.map(upper -> lower.add(upper).divide(2)).orElse(far);
  }

  public boolean contains(Rational value) {
    return lower.compareTo(value) <= 0 && isAtMost(value, end);
  }

  /** Whether a number lies strictly between the bounds. */
  public boolean hasInside(Rational value) {
    return lower.compareTo(value) < 0 && isBelow(value, end);
  }

  /** Whether every value is one of another's. */
  public boolean isWithin(Bounds other) {
    return other.lower.compareTo(lower) <= 0
        && end.map(upper -> isAtMost(upper, other.end)).orElse(!other.isBounded());
  }

  /** Whether there are numbers strictly between the bounds of both. */
  public boolean meets(Bounds other) {
    return isBelow(other.lower, end) && isBelow(lower, other.end);
  }

  private static boolean isBelow(Rational value, Optional<Rational> end) {
    return end.map(upper -> value.compareTo(upper) < 0).orElse(true);
  }

  private static boolean isAtMost(Rational value, Optional<Rational> end) {
    return end.map(upper -> value.compareTo(upper) <= 0).orElse(true);
  }

  /** The values up to a number between the bounds. */
  public Bounds below(Rational at) {
    return new Bounds(key, lower, at);
  }

  /** The values from a number between the bounds on. */
  public Bounds above(Rational at) {
    return new Bounds(key, at, end);
  }

  /** The bounds that are numbers. */
  public List<Rational> ends() {
    return Stream.concat(Stream.of(lower), end.stream()).toList();
  }

  /** As it stands in a specification: {@code [1/10,1]} or {@code [1,infinity]}. */
  @Override
  public String toString() {
    return "[" + lower + "," + end.map(Rational::toString).orElse(INFINITY) + "]";
  }
}
