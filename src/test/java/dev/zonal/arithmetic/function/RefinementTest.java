package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.function.Refinement.Attempt;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RefinementTest {

  /** The precisions tried when attempt number i asks for so many bits more. */
  private static List<Integer> tried(Refinement refinement, List<Long> more) {
    List<Integer> tried = new ArrayList<>();
    int result =
        refinement.run(
            bits -> {
              tried.add(bits);
              return new Attempt<>(bits, more.get(tried.size() - 1));
            });
    assertEquals(tried.get(tried.size() - 1), result);
    return tried;
  }

  @Property
  void thePrecisionGrowsByWhatEachAttemptAsksForUntilOneAsksForNothing(
      @ForAll @IntRange(min = 1, max = 1000) int first,
      @ForAll @Size(max = 9) List<@LongRange(min = 1, max = 1000) Long> more) {
    List<Integer> expected = new ArrayList<>(List.of(first));
    more.forEach(bits -> expected.add(expected.get(expected.size() - 1) + bits.intValue()));
    List<Long> asked = new ArrayList<>(more);
    asked.add(0L);
    assertEquals(expected, tried(Refinement.of(first, 10), asked));
  }

  @Property
  void nobodyTriesMoreOftenThanAllowed(@ForAll @IntRange(min = 1, max = 8) int attempts) {
    List<Long> forever = List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L);
    assertEquals(attempts, tried(Refinement.of(64, attempts), forever).size());
  }

  @Test
  void nobodyTriesMoreThanTheHighestPrecision() {
    assertEquals(List.of(64, 128), tried(Refinement.upTo(64, 128), List.of(64L, 1L)));
    assertEquals(List.of(64), tried(Refinement.upTo(64, 127), List.of(64L)));
  }

  @Test
  void doublingEndsWithWhatIsCertifiedFirstOrTheReasonOfTheLastAttempt() {
    List<Integer> tried = new ArrayList<>();
    Certification<Integer> found =
        Refinement.upTo(64, 1000)
            .doubling(
                bits -> {
                  tried.add(bits);
                  return bits < 200
                      ? Certification.refused("at " + bits)
                      : Certification.certified(bits);
                });
    assertEquals(Certification.certified(256), found);
    assertEquals(List.of(64, 128, 256), tried);
    assertEquals(
        Certification.refused("at 128"),
        Refinement.upTo(64, 200).doubling(bits -> Certification.refused("at " + bits)));
  }

  @Test
  void anAttemptThatIsDecidedAsksForNothing() {
    assertEquals("done", Refinement.of(64, 3).run(bits -> Attempt.decided("done")));
  }

  @Test
  void aPrecisionBeyondAllBoundsIsAnErrorOfArithmetic() {
    Refinement endless = new Refinement(64, Integer.MAX_VALUE, Long.MAX_VALUE);
    assertThrows(
        ArithmeticException.class, () -> endless.run(bits -> new Attempt<>(bits, 1L << 40)));
    assertTrue(endless.attempts() > 0);
  }
}
