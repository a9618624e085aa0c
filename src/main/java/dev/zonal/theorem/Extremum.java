package dev.zonal.theorem;

import dev.zonal.arithmetic.Ball;
import dev.zonal.spectrum.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An infimum or supremum of infinitely many numbers.
 *
 * @param value an enclosure
 * @param places where it may be attained: a frequency, a limit along one parity, or a tail
 * @param isDecided whether a single number or limit was left
 */
public record Extremum(Ball value, List<Place> places, boolean isDecided) {

  /** Where an extremum is attained, or may be. */
  public sealed interface Place {
    /** The place in words. */
    String words();
  }

  /** At one k. */
  public record Frequency(long k) implements Place {
    @Override
    public String words() {
      return "k = " + k;
    }
  }

  /** As a limit along the k of one parity, and at none of them. */
  public record Limit(Parity parity) implements Place {
    @Override
    public String words() {
      return "limit, " + parity + " k";
    }
  }

  /** At a k of one parity from some k on, or as their limit. */
  public record Tail(Parity parity, long from) implements Place {
    @Override
    public String words() {
      return "limit or an " + parity + " k from " + from + " on";
    }
  }

  /** At every frequency. */
  public record Everywhere() implements Place {
    @Override
    public String words() {
      return "every k";
    }
  }

  public Extremum {
    places = List.copyOf(places);
  }

  /** The places in words. */
  public String attained() {
    return places.size() > 3
        ? places.get(0).words() + " or near it"
        : places.stream().map(Place::words).collect(Collectors.joining(" or "));
  }

  /** Of quotients that are all 1, or of none. */
  static final Extremum ONE = new Extremum(Ball.exact(1), List.of(new Everywhere()), true);

  /**
   * A candidate: an enclosure of one number, or of all numbers of a tail.
   *
   * @param places of that number, or of the tail
   * @param isOneNumber whether the ball encloses a single number
   */
  record Candidate(Ball value, List<Place> places, boolean isOneNumber) {
    static Candidate at(long k, Ball value) {
      return new Candidate(value, List.of(new Frequency(k)), true);
    }
  }

  /** Which end is wanted. */
  enum Side {
    INFIMUM,
    SUPREMUM;

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
  static Extremum of(Side side, List<Candidate> candidates) {
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
