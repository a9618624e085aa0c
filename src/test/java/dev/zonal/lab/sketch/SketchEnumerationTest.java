package dev.zonal.lab.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.estimate.SketchVariance;
import dev.zonal.lab.feature.DoubleVector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Small sketches: means and variances over everything that can be drawn. */
class SketchEnumerationTest {
  private static double[] doubles(List<Integer> numbers) {
    return numbers.stream().mapToDouble(n -> n).toArray();
  }

  private static List<Rational> rationals(List<Integer> numbers) {
    return numbers.stream().map(Rational::of).toList();
  }

  /** All functions from so many places to so many values. */
  private static List<int[]> functions(int places, int values) {
    List<int[]> all = new ArrayList<>();
    int total = (int) Math.pow(values, places);
    for (int code = 0; code < total; code++) {
      int[] function = new int[places];
      for (int i = 0, rest = code; i < places; i++, rest /= values) {
        function[i] = rest % values;
      }
      all.add(function);
    }
    return all;
  }

  private static List<int[]> signs(int places) {
    return functions(places, 2).stream()
        .map(f -> IntStream.of(f).map(v -> 2 * v - 1).toArray())
        .toList();
  }

  private static void assertMoments(
      List<? extends TensorSketch> sketches,
      List<List<Integer>> vectors,
      Rational mean,
      Rational variance) {
    double sum = 0;
    double squares = 0;
    for (TensorSketch sketch : sketches) {
      double estimate =
          DoubleVector.dot(
              sketch.of(doubles(vectors.get(0)), doubles(vectors.get(2))),
              sketch.of(doubles(vectors.get(1)), doubles(vectors.get(3))));
      sum += estimate;
      squares += estimate * estimate;
    }
    double average = sum / sketches.size();
    assertEquals(mean.doubleValue(), average, 1e-9);
    double scale = 1e-12 * (1 + squares / sketches.size());
    assertEquals(variance.doubleValue(), squares / sketches.size() - average * average, scale);
  }

  private static SketchVariance exactly(List<List<Integer>> vectors) {
    return new SketchVariance(
        SketchVariance.Pair.of(rationals(vectors.get(0)), rationals(vectors.get(1))),
        SketchVariance.Pair.of(rationals(vectors.get(2)), rationals(vectors.get(3))));
  }

  private static void assertHadamard(List<List<Integer>> vectors, int dimension) {
    int left = vectors.get(0).size();
    int right = vectors.get(2).size();
    List<TensorSketch> all = new ArrayList<>();
    for (int[] d : signs(left)) {
      for (int[] e : signs(right)) {
        for (int[] rows : functions(dimension, SignedHadamard.size(left))) {
          for (int[] columns : functions(dimension, SignedHadamard.size(right))) {
            all.add(
                new TensorHadamard(new SignedHadamard(d), new SignedHadamard(e), rows, columns));
          }
        }
      }
    }
    SketchVariance exact = exactly(vectors);
    assertMoments(all, vectors, exact.mean(), exact.tensorHadamard(dimension));
  }

  private static void assertCount(List<List<Integer>> vectors, int dimension) {
    int left = vectors.get(0).size();
    int right = vectors.get(2).size();
    List<TensorSketch> all = new ArrayList<>();
    for (int[] s : signs(left)) {
      for (int[] t : signs(right)) {
        for (int[] h : functions(left, dimension)) {
          for (int[] g : functions(right, dimension)) {
            all.add(
                new CountSketch(
                    dimension, new CountSketch.Places(h, s), new CountSketch.Places(g, t)));
          }
        }
      }
    }
    SketchVariance exact = exactly(vectors);
    assertMoments(all, vectors, exact.mean(), exact.countSketch(dimension));
  }

  @Property(tries = 10)
  void hadamardSketchesHaveTheMomentsOfTheTheorem(
      @ForAll @Size(4) List<@Size(3) List<@IntRange(min = -4, max = 4) Integer>> vectors,
      @ForAll @IntRange(min = 1, max = 2) int dimension) {
    assertHadamard(vectors, dimension);
  }

  /** Without the signs four coordinates would be seen by four rows that are no sample of them. */
  @Property(tries = 10)
  void hadamardSketchesOfFourCoordinatesToo(
      @ForAll @Size(4) List<@Size(4) List<@IntRange(min = -4, max = 4) Integer>> vectors) {
    assertHadamard(vectors, 1);
  }

  @Property(tries = 10)
  void countSketchesHaveTheMomentsOfTheTheorem(
      @ForAll @Size(4) List<@Size(3) List<@IntRange(min = -4, max = 4) Integer>> vectors,
      @ForAll @IntRange(min = 1, max = 3) int dimension) {
    assertCount(vectors, dimension);
  }

  /** With four places, half of the turns are their own opposites. */
  @Property(tries = 20)
  void countSketchesOfFourPlacesToo(
      @ForAll @Size(4) List<@Size(2) List<@IntRange(min = -4, max = 4) Integer>> vectors) {
    assertCount(vectors, 4);
  }

  @Example
  void factorsOfDifferentLengthsAreSketchedToo() {
    List<List<Integer>> vectors =
        List.of(List.of(1, -2), List.of(3, 1), List.of(2, 0, 1), List.of(1, 1, -1));
    assertHadamard(vectors, 1);
    assertCount(vectors, 2);
    List<List<Integer>> turned =
        List.of(vectors.get(2), vectors.get(3), vectors.get(0), vectors.get(1));
    assertHadamard(turned, 1);
    assertCount(turned, 2);
  }
}
