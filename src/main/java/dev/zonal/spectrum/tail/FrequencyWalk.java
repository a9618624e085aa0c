package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * A product of many factors at one frequency after another, from that of the frequency before
 * (docs/theory.md, Lemma 9.4a). A walk starts at the multiples of a fixed number, so that what it
 * gives depends on the frequency and the precision alone. Thread-safe.
 */
final class FrequencyWalk {
  /** The radius of a ball grows by a few units of the last bit with every step. */
  private static final long STRIDE = 32;

  /** The product at a frequency, in all its factors. */
  @FunctionalInterface
  interface Start {
    Ball at(BallArithmetic over, long frequency);
  }

  /** The product at k + 1 from that at k. */
  @FunctionalInterface
  interface Step {
    Ball from(BallArithmetic over, Ball value, long frequency);
  }

  private record Place(int bits, long frequency, Ball value) {}

  private final Start start;
  private final Step step;
  private volatile Place last = new Place(0, 0, Ball.exact(0));

  FrequencyWalk(Start start, Step step) {
    this.start = start;
    this.step = step;
  }

  /** The product at k, at least 1. */
  Ball at(BallArithmetic over, long k) {
    long first = Math.max(1, k - k % STRIDE);
    Place here = last;
    if (here.bits() != over.bits() || here.frequency() < first || here.frequency() > k) {
      here = new Place(over.bits(), first, start.at(over, first));
    }
    while (here.frequency() < k) {
      long from = here.frequency();
      here = new Place(over.bits(), from + 1, step.from(over, here.value(), from));
    }
    last = here;
    return here.value();
  }
}
