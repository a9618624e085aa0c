package dev.zonal.lab.sample;

import dev.zonal.context.Context;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One experiment, many times over, on all cores. */
public final class Replicates {
  private Replicates() {}

  /**
   * The outcomes, in order.
   *
   * @param experiment of an index from 0, which draws its own random numbers ({@link RandomStream}
   *     of that index), so that no outcome depends on another
   */
  public static <T> List<T> of(int count, IntFunction<T> experiment, Context context) {
    AtomicInteger done = new AtomicInteger();
    Function<Integer, T> one =
        context.carry(
            index -> {
              T outcome = experiment.apply(index);
              context.report(done.incrementAndGet(), count);
              return outcome;
            });
    return IntStream.range(0, count).parallel().mapToObj(one::apply).toList();
  }
}
