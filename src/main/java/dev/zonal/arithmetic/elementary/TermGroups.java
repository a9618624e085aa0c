package dev.zonal.arithmetic.elementary;

import java.util.ArrayList;
import java.util.List;

/**
 * The terms c_1, c_2, ... of a hypergeometric series in groups whose quotients c_j/c_(j-1) have a
 * product of short numerators and denominators: c_j is n_j/D times the coefficient before its
 * group. Immutable once made.
 */
final class TermGroups {
  private static final long WORD = 1L << 31;

  /**
   * Terms from one to before another.
   *
   * @param above A, the product of the numerators a_j
   * @param below D, the product of the denominators b_j
   * @param gain the coefficients after the group are at most 2^-gain
   */
  private record Group(int start, int end, long above, long below, int gain) {}

  private final List<Group> groups = new ArrayList<>();
  private final long[] numerators;

  /** At least so many terms, and then some for the coefficients that are not small. */
  TermGroups(HypergeometricSeries series, int count) {
    int room = count + 2 * Long.SIZE;
    numerators = new long[room];
    int gain = 0;
    int start = 1;
    while (start <= count) {
      long above = 1;
      long below = 1;
      int end = start;
      do {
        above *= series.numerator(end);
        below *= series.denominator(end);
        numerators[end] = above;
        end++;
      } while (fits(above, series.numerator(end)) && fits(below, series.denominator(end)));
      long rest = 1;
      for (int j = end - 1; j >= start; j--) {
        numerators[j] *= rest;
        rest *= series.denominator(j);
      }
      // D/A is at least 2^floor(log2 D) over 2^ceil(log2 A)
      gain +=
          Math.max(
              0,
              Long.SIZE
                  - 1
                  - Long.numberOfLeadingZeros(below)
                  - (Long.SIZE - Long.numberOfLeadingZeros(above - 1)));
      groups.add(new Group(start, end, above, below, gain));
      start = end;
    }
  }

  /** Whether the product of two positive numbers is short. */
  private static boolean fits(long a, long b) {
    return a < WORD && b < WORD && a * b < WORD;
  }

  /** The first group after which c_n 2^(-g n) is at most 2^-bits, n the index after it. */
  int last(int g, int bits) {
    int group = 0;
    while ((long) g * end(group) + groups.get(group).gain() < bits) {
      group++;
    }
    return group;
  }

  /** The index of the first term. */
  int start(int group) {
    return groups.get(group).start();
  }

  /** The index after the last term. */
  int end(int group) {
    return groups.get(group).end();
  }

  /** A. */
  long above(int group) {
    return groups.get(group).above();
  }

  /** D. */
  long below(int group) {
    return groups.get(group).below();
  }

  /** n_j. */
  long numerator(int j) {
    return numerators[j];
  }
}
