package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MemoTest {

  @Property
  void exactlyTheValuesAskedForLastAreNotComputedAgain(
      @ForAll @IntRange(min = 1, max = 5) int most,
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 8) Integer> asked) {
    Memo<Integer, Integer> memo = new Memo<>(most);
    LinkedHashSet<Integer> last = new LinkedHashSet<>();
    for (int key : asked) {
      List<Integer> computed = new ArrayList<>();
      int value =
          memo.get(
              key,
              k -> {
                computed.add(k);
                return k * k;
              });
      assertEquals(key * key, value);
      boolean isKept = last.remove(key);
      assertEquals(isKept ? List.of() : List.of(key), computed);
      last.add(key);
      if (last.size() > most) {
        last.remove(last.iterator().next());
      }
    }
  }

  @Test
  void aValueThatTakesLongKeepsNobodyWaitingForAnother() throws Exception {
    Memo<String, Integer> memo = new Memo<>(4);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Integer> slow =
        CompletableFuture.supplyAsync(() -> memo.get("slow", key -> await(begun, end)));
    begun.await();
    assertEquals(2, memo.get("quick", key -> 2));
    end.countDown();
    assertEquals(1, slow.get(10, TimeUnit.SECONDS));
  }

  private static int await(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      return end.await(10, TimeUnit.SECONDS) ? 1 : 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aValueMayBeMadeOfOthers() {
    Memo<Integer, Integer> memo = new Memo<>(2);
    assertEquals(21, fibonacci(memo, 8));
  }

  private static int fibonacci(Memo<Integer, Integer> memo, int n) {
    return memo.get(n, k -> k < 2 ? k : fibonacci(memo, k - 1) + fibonacci(memo, k - 2));
  }

  @Test
  void whatFailsIsTriedAgain() {
    Memo<Integer, Integer> memo = new Memo<>(2);
    AtomicInteger tries = new AtomicInteger();
    assertThrows(ArithmeticException.class, () -> memo.get(0, k -> tries.incrementAndGet() / k));
    assertEquals(2, memo.get(0, k -> tries.incrementAndGet()));
  }

  @Test
  void severalThreadsThatAskAtOnceGetOneAndTheSameValue() {
    Memo<Integer, Object> memo = new Memo<>(100);
    Map<Integer, Set<Object>> seen = new ConcurrentHashMap<>();
    IntStream.range(0, 4000)
        .parallel()
        .map(i -> i % 20)
        .forEach(
            key ->
                seen.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet())
                    .add(memo.get(key, k -> new Object())));
    assertEquals(20, seen.size());
    seen.values().forEach(values -> assertEquals(1, values.size()));
  }

  @Test
  void twoValuesThatNeedEachOtherInTwoThreadsDoNotWaitForEver() throws Exception {
    Memo<String, Integer> memo = new Memo<>(4);
    CyclicBarrier both = new CyclicBarrier(2);
    CompletableFuture<Integer> one =
        CompletableFuture.supplyAsync(
            () -> memo.get("one", k -> wait(both) + memo.get("two", other -> 2)));
    CompletableFuture<Integer> two =
        CompletableFuture.supplyAsync(
            () -> memo.get("two", k -> wait(both) + memo.get("one", other -> 1)));
    assertTrue(one.get(10, TimeUnit.SECONDS) > 0);
    assertTrue(two.get(10, TimeUnit.SECONDS) > 0);
  }

  private static int wait(CyclicBarrier both) {
    try {
      both.await(10, TimeUnit.SECONDS);
      return 0;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
