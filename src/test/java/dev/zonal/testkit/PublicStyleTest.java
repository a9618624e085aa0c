package dev.zonal.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.testkit.candidate.Candidate;
import dev.zonal.testkit.candidate.Comparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tag;

/** The test kit accepts kernels that are right, and finds what is wrong with the others. */
class PublicStyleTest {
  private static final int TRIES = 200;

  @Example
  void rightKernelsPass() {
    PublicStyle.right()
        .forEach(
            // Arbitrary precision takes its time.
            (name, comparison) -> pass(name, comparison, name.contains("digits") ? 5 : 60, 1));
  }

  @Tag("long")
  @Example
  void rightKernelsPassTenThousandTries() {
    PublicStyle.right().forEach((name, comparison) -> pass(name, comparison, 10_000, 2));
  }

  @Example
  void wrongKernelsAreFoundInTwoHundredTries() {
    PublicStyle.wrong().forEach((name, comparison) -> fails(name, comparison, 1));
  }

  @Tag("long")
  @Example
  void wrongKernelsAreFoundFromEachOfTwentySeeds() {
    for (long seed = 1; seed <= 20; seed++) {
      long from = seed;
      PublicStyle.wrong().forEach((name, comparison) -> fails(name, comparison, from));
    }
  }

  @Example
  void whatIsFoundShrinksToOnePointThatAPersonUnderstands() {
    PublicStyle.wrong()
        .forEach(
            (name, comparison) -> {
              List<Double> shrunk = shrunk(firstFailure(comparison, 5).orElseThrow(), comparison);
              assertEquals(1, shrunk.size(), name);
              double u = shrunk.get(0);
              boolean isSimple = u * 64 == Math.rint(u * 64);
              boolean isNextToAnEnd = hasFewBits(1 - Math.abs(u));
              boolean isWhereTheBumpIs = Math.abs(u - 0.3) < 0.011;
              assertTrue(isSimple || isNextToAnEnd || isWhereTheBumpIs, name + " at " + u);
            });
  }

  private static boolean hasFewBits(double x) {
    return Long.numberOfTrailingZeros(Double.doubleToLongBits(x)) >= 50;
  }

  @Example
  void messagesSayWhatIsExpectedHowFarItIsAndWhy() {
    Map<String, Comparison> wrong = PublicStyle.wrong();
    assertMessage(wrong.get("times 4"), 0.5, "every value is 4.000000000 times f(u)");
    assertMessage(wrong.get("times 4"), 0.5, "that of the literature; compare with inPaperScale()");
    assertMessage(wrong.get("a layer more"), 0.5, "the values are those of fcntk:L=4");
    assertMessage(wrong.get("bias omitted"), 0.5, "the values are those of fcntk:L=2");
    assertMessage(wrong.get("a bump of 1e-9"), 0.3, "something local");
    assertMessage(wrong.get("1 - u^2 cancels"), 1 - 0x1p-18, "cancellation near u = 1");
    assertMessage(
        wrong.get("acos of a cosine from the chord"), 0x1p-25 - 1, "cancellation near u = -1");
    assertMessage(
        Comparison.of(Candidate.ofCosine(u -> Double.NaN), "fcntk:L=1"), 0.5, "is no number");
    assertMessage(
        Comparison.of(Candidate.ofCosine(u -> PublicStyle.fullyConnected(2, 0, -u)), "fcntk:L=2"),
        0.5,
        "the sign of the cosine");
    assertMessage(
        Comparison.of(
            Candidate.ofCosine(u -> PublicStyle.fullyConnected(2, 0, u) + 0.25), "fcntk:L=2"),
        0.5,
        "the values are 1.00000 f(u) + 0.250000");
  }

  private static void assertMessage(Comparison comparison, double u, String part) {
    AssertionError error = assertThrows(AssertionError.class, () -> comparison.agreesAt(u));
    assertTrue(error.getMessage().contains(part), error.getMessage());
    assertTrue(error.getMessage().contains("expected "), error.getMessage());
  }

  private static void pass(String name, Comparison comparison, int tries, long seed) {
    RandomGenerator<List<Double>> cosines = HardPoints.cosines().generator(1000);
    Random random = new Random(seed);
    for (int i = 0; i < tries; i++) {
      List<Double> drawn = cosines.next(random).value();
      try {
        comparison.agreesAt(drawn);
      } catch (AssertionError e) {
        throw new AssertionError(name + ": " + e.getMessage(), e);
      }
    }
  }

  private static void fails(String name, Comparison comparison, long seed) {
    assertTrue(firstFailure(comparison, seed).isPresent(), name + ", seed " + seed);
  }

  private static Optional<Shrinkable<List<Double>>> firstFailure(Comparison comparison, long seed) {
    RandomGenerator<List<Double>> cosines = HardPoints.cosines().generator(1000);
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      Shrinkable<List<Double>> drawn = cosines.next(random);
      if (!holds(comparison, drawn.value())) {
        return Optional.of(drawn);
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Comparison comparison, List<Double> cosines) {
    try {
      comparison.agreesAt(cosines);
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  /** Greedily, as jqwik does. */
  private static List<Double> shrunk(Shrinkable<List<Double>> from, Comparison comparison) {
    Shrinkable<List<Double>> best = from;
    while (true) {
      Shrinkable<List<Double>> now = best;
      Optional<Shrinkable<List<Double>>> next =
          now.shrink()
              .filter(s -> s.distance().compareTo(now.distance()) < 0)
              .filter(s -> !holds(comparison, s.value()))
              .findFirst();
      if (next.isEmpty()) {
        return best.value();
      }
      best = next.get();
    }
  }
}
