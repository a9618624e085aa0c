package dev.zonal.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContextTest {

  /** Turns until the context ends it. */
  private static int forever() {
    while (true) {
      Context.checkpoint();
    }
  }

  @Test
  void aLimitEndsWhatRunsInsideAndSaysAfterWhatTime() {
    Context context = Context.limited(Duration.ofMillis(50));
    long start = System.nanoTime();
    StoppedException stopped =
        assertThrows(StoppedException.class, () -> context.call(ContextTest::forever));
    assertEquals("stopped after 0.05 s", stopped.getMessage());
    assertTrue(System.nanoTime() - start >= 50_000_000);
    assertThrows(StoppedException.class, context::check);
  }

  @Test
  void whoeverCancelsFirstSaysWhy() throws InterruptedException {
    Context context = Context.unlimited();
    context.check();
    Thread other =
        new Thread(
            () -> {
              context.silent().cancel("interrupted");
              context.cancel("too late");
            });
    other.start();
    StoppedException stopped =
        assertThrows(StoppedException.class, () -> context.call(ContextTest::forever));
    assertEquals("interrupted", stopped.getMessage());
    other.join();
  }

  @Test
  void outsideOfEveryContextNothingEnds() {
    Context.checkpoint();
    assertSame(Context.NONE, Context.current());
    Context.NONE.report(1, 2);
    assertThrows(IllegalStateException.class, () -> Context.NONE.silent().cancel("no"));
  }

  @Test
  void aContextEndsWithItsCallAlsoAfterAFailure() {
    Context outer = Context.unlimited();
    Context inner = outer.silent();
    outer.call(
        () -> {
          assertSame(inner, inner.call(Context::current));
          assertThrows(
              IllegalStateException.class,
              () ->
                  inner.call(
                      () -> {
                        throw new IllegalStateException();
                      }));
          assertSame(outer, Context.current());
          return 0;
        });
    assertSame(Context.NONE, Context.current());
  }

  @Test
  void otherThreadsTakePartByCarrying() {
    Context context = Context.unlimited();
    boolean everywhere =
        context.call(
            () ->
                IntStream.range(0, 1000)
                    .boxed()
                    .parallel()
                    .map(Context.current().carry(i -> Context.current() == context))
                    .allMatch(inside -> inside));
    assertTrue(everywhere);
  }

  @Test
  void aReportIsHeardAndIsACheckpoint() {
    List<String> heard = new ArrayList<>();
    Context context = Context.unlimited().heardBy((done, total) -> heard.add(done + "/" + total));
    context.report(3, 7);
    context.silent().report(4, 7);
    context.cancel("enough");
    assertThrows(StoppedException.class, () -> context.report(5, 7));
    assertEquals(List.of("3/7", "5/7"), heard);
  }
}
