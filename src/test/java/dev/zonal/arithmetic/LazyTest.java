package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;

class LazyTest {
  @Example
  void aValueIsComputedWhenAskedForAndThenKept() {
    AtomicInteger computed = new AtomicInteger();
    Lazy<Integer> lazy = new Lazy<>(() -> 10 + computed.incrementAndGet());
    assertEquals(0, computed.get());
    assertEquals(11, lazy.get());
    assertEquals(11, lazy.get());
    assertEquals(1, computed.get());
  }

  @Example
  void whatFailsIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    Lazy<Integer> lazy = new Lazy<>(() -> 6 / tries.getAndIncrement());
    assertThrows(ArithmeticException.class, lazy::get);
    assertEquals(6, lazy.get());
  }

  /** A length, an eighth of it and 64: seldom made anew, and never much too long. */
  @Example
  void theLongestIsMadeWithRoomForMore() {
    Longest<Integer> longest = new Longest<>(length -> length);
    assertEquals(800 + 100 + 64, longest.ofAtLeast(800));
    assertEquals(964, longest.ofAtLeast(964));
    assertEquals(964, longest.ofAtLeast(1));
    assertEquals(965 + 120 + 64, longest.ofAtLeast(965));
  }
}
