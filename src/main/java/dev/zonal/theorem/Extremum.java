package dev.zonal.theorem;

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

  /**
   * A candidate: an enclosure of one number, or of all numbers of a tail.
   *
   * @param places of that number, or of the tail
   * @param isOneNumber whether the ball encloses a single number
   */
  public record Candidate(Ball value, List<Place> places, boolean isOneNumber) {
    /** The number at one frequency. */
    public static Candidate at(long k, Ball value) {
      return new Candidate(value, List.of(new AtFrequency(k)), true);
    }

    static Candidate limit(Parity parity, Ball value) {
      return new Candidate(value, List.of(new Extremum.Limit(parity)), true);
    }

    static Candidate tail(Parity parity, long from, Ball range) {
      return new Candidate(range, List.of(new Extremum.Tail(parity, from)), false);
    }
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
   * The extremum of the numbers that the candidates enclose.
   *
   * @param candidates at least one; each ball holds at least one number of the set or a limit of
   *     its numbers, and every number of the set lies in a ball or is less extreme than some ball
   */
  @SuppressWarnings("ReferenceEquality")
  public static Extremum of(Side side, List<Candidate> candidates) {
    Candidate best = candidates.get(0);
    for (Candidate candidate : candidates) {
      if (side.isFurtherOut(candidate.value(), best.value())) {
        best = candidate;
      }
    }
    Ball value = best.value();
    List<Place> places = new ArrayList<>(best.places());
    for (Candidate candidate : candidates) {
      if (candidate != best && !side.isWorse(candidate.value(), best.value())) {
        places.addAll(candidate.places());
        value = Ball.hull(value, candidate.value());
      }
    }
    boolean isDecided = places.size() == 1 && best.isOneNumber();
    return new Extremum(value, places, isDecided);
  }
}
