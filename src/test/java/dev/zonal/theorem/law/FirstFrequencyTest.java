package dev.zonal.theorem.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The search for about the least frequency from which on something is proved. */
class FirstFrequencyTest {
  private static Optional<Long> search(long least, List<Long> tried) {
    return FirstFrequency.search(
        k -> {
          tried.add(k);
          return k >= least ? Optional.of(k) : Optional.empty();
        });
  }

  @Property(tries = 500)
  void whatIsFoundIsProvedAndAtMostASixteenthBeyondTheLeast(
      @ForAll @LongRange(min = 1, max = 1L << 15) long least) {
    List<Long> tried = new ArrayList<>();
    long found = search(least, tried).orElseThrow();
    assertTrue(found >= least, () -> found + " < " + least);
    long unproved = tried.stream().filter(k -> k < least).mapToLong(k -> k).max().orElse(2);
    assertTrue(found - unproved <= Math.max(2, found / 16), () -> unproved + " to " + found);
    assertTrue(tried.size() <= 18, tried::toString);
  }

  @Test
  void whatIsProvedEverywhereIsFoundAtFourWithoutLookingFurther() {
    List<Long> tried = new ArrayList<>();
    assertEquals(Optional.of(4L), search(0, tried));
    assertEquals(List.of(4L), tried);
  }

  @Test
  void doublingAndHalvingEndWhereTheStepIsSmall() {
    List<Long> tried = new ArrayList<>();
    assertEquals(Optional.of(50L), search(49, tried));
    assertEquals(List.of(4L, 8L, 16L, 32L, 64L, 48L, 56L, 52L, 50L), tried);
    assertEquals(Optional.of(8L), search(7, new ArrayList<>()));
  }

  @Test
  void nothingIsTriedBeyondTwoToTheFifteen() {
    List<Long> tried = new ArrayList<>();
    assertEquals(Optional.empty(), search((1L << 15) + 1, tried));
    assertEquals(1L << 15, tried.get(tried.size() - 1));
    assertEquals(14, tried.size());
  }
}
