package dev.zonal.data.classification;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of some numbers is the largest.
 *
 * @param values two at least
 */
record Decision(List<Ball> values) {
  /** Of differences of which only the sign is asked for. */
  static final int BITS = 128;

  Decision {
    values = List.copyOf(values);
  }

  /** The places, from 0, of those that may be the largest; one where that is decided. */
  List<Integer> candidates() {
    return IntStream.range(0, values.size()).filter(this::mayBeLargest).boxed().toList();
  }

  private boolean mayBeLargest(int c) {
    return values.stream().noneMatch(other -> other.certainlyGreater(values.get(c)));
  }

  /** By how much the largest one exceeds the others, where there is one candidate. */
  Ball margin() {
    BallArithmetic over = BallArithmetic.ofBits(BITS);
    int best = candidates().get(0);
    return IntStream.range(0, values.size())
        .filter(c -> c != best)
        .mapToObj(c -> over.subtract(values.get(best), values.get(c)))
        .reduce((a, b) -> a.lowerEnd().compareTo(b.lowerEnd()) <= 0 ? a : b)
        .orElseThrow();
  }
}
