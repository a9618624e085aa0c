package dev.zonal.theorem;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import java.util.ArrayList;
import java.util.List;

/**
 * An infimum or supremum of infinitely many numbers.
 *
 * @param value an enclosure
 * @param places where it may be attained: a frequency, a limit along one parity, or a tail
 * @param isDecided whether a single number or limit was left
 */
public record Extremum(Ball value, List<Place> places, boolean isDecided) {
  /** Where an extremum is attained, or may be. */
  public sealed interface Place {}

  /** At one k. */
  public record AtFrequency(long k) implements Place {}

  /** As a limit along the k of one parity, and at none of them. */
  public record Limit(Parity parity) implements Place {}

  /** At a k of one parity from some k on, or as their limit. */
  public record Tail(Parity parity, long from) implements Place {}

  /** At every frequency. */
  public record Everywhere() implements Place {}

  public Extremum {
    places = List.copyOf(places);
  }

  /** Of quotients that are all 1, or of none. */
  static final Extremum ONE = new Extremum(Ball.exact(1), List.of(new Everywhere()), true);

  /** Of the number at one frequency alone. */
  public static Extremum at(long k, Ball value) {
    return new Extremum(value, List.of(new AtFrequency(k)), true);
  }

  /** Of a tail whose limit it is. */
  static Extremum limit(Parity parity, Ball value) {
    return new Extremum(value, List.of(new Limit(parity)), true);
  }

  /** Of a tail whose numbers all lie in a range. */
  static Extremum tail(Parity parity, long from, Ball range) {
    return new Extremum(range, List.of(new Tail(parity, from)), false);
  }

  /** Whether no tail makes it wider, or it is known to a tenth all the same. */
  boolean isNarrow() {
    return places.stream().noneMatch(Tail.class::isInstance)
        || value.isPositive()
            && value.upper().compareTo(value.lower().multiply(Rational.of(6, 5))) <= 0;
  }

  /** Which end is wanted. */
  public enum Side {
    INFIMUM,
    SUPREMUM;

    /** On which side of their limit numbers leave it the extremum: 1 if above, -1 if below. */
    int inward() {
      return this == INFIMUM ? 1 : -1;
    }

    /** Whether {@code a} is certainly beaten by {@code b}. */
    private boolean isWorse(Ball a, Ball b) {
      return this == SUPREMUM ? a.certainlyLess(b) : a.certainlyGreater(b);
    }

    private boolean isFurtherOut(Ball a, Ball b) {
      int order = a.midpoint().lower().compareTo(b.midpoint().lower());
      return this == SUPREMUM ? order > 0 : order < 0;
    }
  }

  /**
   * The extremum of all numbers, of those of parts.
   *
   * @param parts at least one; each ball holds at least one number of the set or a limit of its
   *     numbers, and every number of the set lies in a ball or is less extreme than some ball
   */
  @SuppressWarnings("ReferenceEquality")
  public static Extremum of(Side side, List<Extremum> parts) {
    Extremum best = parts.get(0);
    for (Extremum part : parts) {
      if (side.isFurtherOut(part.value(), best.value())) {
        best = part;
      }
    }
    Ball value = best.value();
    List<Place> places = new ArrayList<>(best.places());
    for (Extremum part : parts) {
      if (part != best && !side.isWorse(part.value(), best.value())) {
        places.addAll(part.places());
        value = Ball.hull(value, part.value());
      }
    }
    boolean isDecided = places.size() == 1 && best.isDecided();
    return new Extremum(value, places, isDecided);
  }
}
