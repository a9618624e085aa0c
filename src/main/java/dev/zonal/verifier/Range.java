package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import java.util.Collection;
import org.apache.commons.numbers.fraction.BigFraction;

/** A number that is known to lie between two others. */
record Range(BigFraction least, BigFraction most) {

  static Range of(Ball ball) {
    return new Range(ball.lower(), ball.upper());
  }

  /**
   * The infimum of sets of numbers of which each infimum lies in one of the ranges: it is at least
   * the least of the lower ends, and at most the least of the upper ends.
   */
  static Range infimum(Collection<Range> ranges) {
    return new Range(
        ranges.stream().map(Range::least).min(Range::order).orElseThrow(),
        ranges.stream().map(Range::most).min(Range::order).orElseThrow());
  }

  /** The supremum likewise. */
  static Range supremum(Collection<Range> ranges) {
    return new Range(
        ranges.stream().map(Range::least).max(Range::order).orElseThrow(),
        ranges.stream().map(Range::most).max(Range::order).orElseThrow());
  }

  private static int order(BigFraction a, BigFraction b) {
    return a.subtract(b).signum();
  }
}
