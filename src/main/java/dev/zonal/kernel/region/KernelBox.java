package dev.zonal.kernel.region;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The kernels that differ in one parameter, which is any number of an interval (docs/theory.md,
 * section 28).
 *
 * @param kernel with the interval for its parameter
 * @param key the name of the parameter
 */
public record KernelBox(Kernel kernel, String key, Parameter.Interval interval) {
  /** Regions are certified for parameters up to so many times as far from the middle. */
  public static final Rational WIDENING = Rational.of(2);

  /** Shares of larger parameters are near to 1. */
  private static final Rational FAR = Rational.of(4);

  /** The Bernstein ellipse of this parameter lies in the disc of that many times the radius. */
  public static final Rational WITHIN_WIDENED = Rational.of(37, 10);

  /**
   * The members of a kernel one of whose parameters is an interval; empty if none is.
   *
   * @throws KernelSpecificationException if more than one is
   */
  public static Optional<KernelBox> of(Kernel kernel) {
    Map<String, Parameter.Interval> intervals = new LinkedHashMap<>();
    kernel.withParameters(
        (key, value) -> {
          if (value instanceof Parameter.Interval interval) {
            intervals.put(key, interval);
          }
          return value;
        });
    if (intervals.size() > 1) {
      throw new KernelSpecificationException(
          kernel + ": one parameter of a kernel may be an interval, not " + intervals.keySet());
    }
    return intervals.entrySet().stream()
        .findFirst()
        .map(entry -> new KernelBox(kernel, entry.getKey(), entry.getValue()));
  }

  /** Whether a kernel is not one but all of an interval. */
  public static boolean isMany(Kernel kernel) {
    return of(kernel).isPresent();
  }

  /** The member with a coordinate. */
  public Kernel member(Rational coordinate) {
    return kernel.withParameters(
        (name, value) -> name.equals(key) ? interval.coordinate().parameter(coordinate) : value);
  }

  /** The kernels of another interval of the coordinate. */
  public KernelBox on(Rational lower, Rational upper) {
    Parameter.Interval other = new Parameter.Interval(interval.coordinate(), lower, upper);
    return new KernelBox(
        kernel.withParameters((name, value) -> name.equals(key) ? other : value), key, other);
  }

  public Rational middle() {
    return interval.lower().add(interval.upper()).divide(2);
  }

  /** Half of the length. */
  public Rational radius() {
    return interval.upper().subtract(interval.lower()).divide(2);
  }

  /** What regions are certified for, so that coefficients are bounded around the interval. */
  public KernelBox widened() {
    Rational far = radius().multiply(WIDENING);
    return on(middle().subtract(far), middle().add(far));
  }

  /**
   * The interval of a fixed division that contains this one, so that intervals share what is
   * computed for it: from a power of two of the parameter to 3/2 of it, or from there to the next;
   * from zero to a power of two; beyond 4 of a share all up to infinity; itself if it lies in none.
   */
  public KernelBox cell() {
    if (interval.coordinate() == Parameter.Interval.Coordinate.SHARE
        && coordinate(FAR).compareTo(interval.lower()) <= 0) {
      return on(coordinate(FAR), Rational.ONE);
    }
    Rational low = Rational.ONE;
    while (low.numerator().signum() > 0 && coordinate(low).compareTo(interval.lower()) > 0) {
      if (interval.lower().signum() <= 0 && coordinate(low).compareTo(interval.upper()) < 0) {
        break;
      }
      low = low.divide(2);
    }
    while (coordinate(low.multiply(2)).compareTo(interval.lower()) <= 0) {
      low = low.multiply(2);
    }
    if (interval.lower().signum() <= 0) {
      while (coordinate(low).compareTo(interval.upper()) < 0) {
        low = low.multiply(2);
      }
      return on(Rational.ZERO, coordinate(low));
    }
    Rational between = low.multiply(3).divide(2);
    if (interval.upper().compareTo(coordinate(between)) <= 0) {
      return on(coordinate(low), coordinate(between));
    }
    boolean isAbove = interval.lower().compareTo(coordinate(between)) >= 0;
    return isAbove && interval.upper().compareTo(coordinate(low.multiply(2))) <= 0
        ? on(coordinate(between), coordinate(low.multiply(2)))
        : this;
  }

  private Rational coordinate(Rational value) {
    return interval.coordinate().of(value);
  }
}
