package dev.zonal.lab.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sketches of given tensors, exactly and sampled. */
class SketchRowTest {
  private static final SketchRow.Tensors TENSORS =
      new SketchRow.Tensors(
          List.of(vector(1, 2, 3), vector(2, 1, 1)), List.of(vector(1, -1), vector(0, 2)));

  private static List<Rational> vector(long... numbers) {
    return LongStream.of(numbers).mapToObj(Rational::of).toList();
  }

  static LongStream others() {
    return LongStream.range(200, 220);
  }

  private static void assertAgrees(long seed, int count) {
    for (SketchRow row : SketchRow.of(TENSORS, 6, count, seed, Context.NONE)) {
      assertTrue(Math.abs(row.z().orElseThrow()) < 5, row::toString);
    }
  }

  @Test
  void theSampleAgreesWithTheProof() {
    assertAgrees(1, 20_000);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("others")
  void theSampleAgreesWithTheProofForOtherSeeds(long seed) {
    assertAgrees(seed, 200_000);
  }

  /** Between a tensor and itself TensorSRHT has at least the variance of CountSketch. */
  @Property(tries = 200)
  void countSketchesHaveTheSmallerVariance(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = -5, max = 5) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 9) int size) {
    List<Rational> a = numbers.stream().map(Rational::of).toList();
    SketchVariance.Pair pair = SketchVariance.Pair.of(a, a);
    SketchVariance variance = new SketchVariance(pair, pair);
    assertTrue(variance.countSketch(size).compareTo(variance.tensorHadamard(size)) <= 0);
    assertTrue(variance.countSketch(size).signum() >= 0);
  }

  @Test
  void withoutASampleThereIsTheValueOnly() {
    List<SketchRow> rows = SketchRow.of(TENSORS, 6, 0, 1, Context.NONE);
    assertEquals(4, rows.size());
    assertTrue(rows.stream().allMatch(row -> row.z().isEmpty() && row.sample().isEmpty()));
    // <a, a'><b, b'> = 7 (-2).
    assertEquals(Rational.of(-14), rows.get(0).value());
  }

  @Test
  void vectorsOfTwoDimensionsHaveNoInnerProduct() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SketchVariance.Pair.of(vector(1, 2), vector(1, 2, 3)));
  }
}
