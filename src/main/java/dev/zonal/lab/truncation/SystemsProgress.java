package dev.zonal.lab.truncation;

import dev.zonal.context.Context;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** How far several systems have come that are solved at the same time. */
final class SystemsProgress {
  private static final int WHOLE = 100;

  private final Context outer;
  private final int times;
  private final AtomicIntegerArray percent;

  /**
   * @param times at which each is seen
   */
  SystemsProgress(Context outer, int systems, int times) {
    this.outer = outer;
    this.times = times;
    this.percent = new AtomicIntegerArray(systems);
  }

  /** The solver of one system, from one time to the next; what it reports is heard as a part. */
  <T> FlowSolver<T> hearing(int system, FlowSolver<T> solver) {
    AtomicInteger solved = new AtomicInteger();
    return (field, start, time) -> {
      int before = solved.getAndIncrement();
      Context inner =
          outer.heardBy(
              (done, total) ->
                  heard(system, (int) (WHOLE * (before + 1.0 * done / total) / times)));
      return inner.call(() -> solver.solve(field, start, time));
    };
  }

  private void heard(int system, int far) {
    percent.set(system, far);
    int sum = IntStream.range(0, percent.length()).map(percent::get).sum();
    outer.heard(sum, (long) WHOLE * percent.length());
  }
}
