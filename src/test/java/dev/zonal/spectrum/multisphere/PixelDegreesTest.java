package dev.zonal.spectrum.multisphere;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Degrees up to cyclic shifts. */
class PixelDegreesTest {
  @Property
  void a_shift_is_the_same(
      @ForAll("words") List<Integer> word, @ForAll @IntRange(max = 7) int shift) {
    List<Integer> shifted = new ArrayList<>(word);
    Collections.rotate(shifted, shift);
    assertEquals(new PixelDegrees(word), new PixelDegrees(shifted));
    assertEquals(0, new PixelDegrees(word).compareTo(new PixelDegrees(shifted)));
    assertTrue(Collections.frequency(word, 0) <= word.size());
  }

  /** Every word is there once, by way of one of its shifts. */
  @Property(tries = 30)
  void all_words_up_to_a_sum_are_there_once(
      @ForAll @IntRange(min = 1, max = 6) int pixels, @ForAll @IntRange(max = 5) int sum) {
    List<PixelDegrees> all = PixelDegrees.upTo(pixels, sum);
    Set<List<Integer>> words = new HashSet<>();
    long count = 0;
    for (PixelDegrees degrees : all) {
      List<Integer> word = new ArrayList<>(degrees.degrees());
      for (int i = 0; i < pixels; i++) {
        Collections.rotate(word, 1);
        words.add(List.copyOf(word));
      }
      count += degrees.shifts();
      assertTrue(degrees.sum() <= sum);
    }
    assertEquals(words.size(), count);
    // C(N + D, D) words.
    long binomial = 1;
    for (int i = 1; i <= sum; i++) {
      binomial = binomial * (pixels + i) / i;
    }
    assertEquals(binomial, words.size());
    assertEquals(all.stream().sorted().toList(), all);
    assertTrue(PixelDegrees.leastCount(pixels, sum).longValueExact() <= all.size());
  }

  @Example
  void theOrderIsBySumsAndThenFromTheGreatestWordOn() {
    assertEquals(
        "[0,0,0, 1,0,0, 2,0,0, 1,1,0, 3,0,0, 2,1,0, 2,0,1, 1,1,1]",
        PixelDegrees.upTo(3, 3).toString());
    assertThrows(IllegalArgumentException.class, () -> new PixelDegrees(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new PixelDegrees(List.of(1, -1)));
  }

  @Provide
  Arbitrary<List<Integer>> words() {
    return Arbitraries.integers().between(0, 3).list().ofMinSize(1).ofMaxSize(7);
  }
}
