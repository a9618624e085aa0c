package dev.zonal.theorem;

import dev.zonal.arithmetic.Ball;
import java.util.ArrayList;
import java.util.List;

/**
 * An infimum or supremum of infinitely many numbers.
 *
 * @param value an enclosure
 * @param attained where: a frequency, a limit along one parity, or what is known of it
 * @param isDecided whether a single number or limit was left
 */
public record Extremum(Ball value, String attained, boolean isDecided) {

  /** Of quotients that are all 1, or of none. */
  static final Extremum ONE = new Extremum(Ball.exact(1), "every k", true);

  /**
   * A candidate: an enclosure of one number, or of all numbers of a tail.
   *
   * @param where in words
   * @param isOneNumber whether the ball encloses a single number
   */
  record Candidate(Ball value, String where, boolean isOneNumber) {
    static Candidate at(long k, Ball value) {
      return new Candidate(value, "k = " + k, true);
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
      int order = a.midpoint().lower().subtract(b.midpoint().lower()).signum();
      return this == SUPREMUM ? order > 0 : order < 0;
    }
  }

  /**
   * The extremum of the numbers that the candidates enclose.
   *
   * @param candidates at least one; each ball holds at least one number of the set or a limit of
   *     its numbers, and every number of the set lies in a ball or is less extreme than some ball
   */
  static Extremum of(Side side, List<Candidate> candidates) {
    Candidate best = candidates.get(0);
    for (Candidate candidate : candidates) {
      if (side.isFurtherOut(candidate.value(), best.value())) {
        best = candidate;
      }
    }
    Ball value = best.value();
    List<String> places = new ArrayList<>(List.of(best.where()));
    for (Candidate candidate : candidates) {
      if (candidate != best && !side.isWorse(candidate.value(), best.value())) {
        places.add(candidate.where());
        value = Ball.hull(value, candidate.value());
      }
    }
    boolean isDecided = places.size() == 1 && best.isOneNumber();
    String attained =
        places.size() > 3 ? places.get(0) + " or near it" : String.join(" or ", places);
    return new Extremum(value, attained, isDecided);
  }
}
