package dev.zonal.lab.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of a stream, of many streams at once, and their means. */
class RandomStreamTest {
  private static final int COUNT = 200_000;

  @Property(tries = 100)
  void aStreamIsTheSameAgain(@ForAll long seed, @ForAll long step) {
    assertArrayEquals(
        RandomStream.of(seed, step).gaussians(9), RandomStream.of(seed, step).gaussians(9));
  }

  @Property(tries = 100)
  void pathsAreToldApart(@ForAll long seed, @ForAll long a, @ForAll long b) {
    double one = RandomStream.of(seed, a, b).uniform();
    assertNotEquals(one, RandomStream.of(seed, a).uniform());
    assertNotEquals(one, RandomStream.of(seed, a, b, 0).uniform());
    assertNotEquals(one, RandomStream.of(seed + 1, a, b).uniform());
    if (a != b) {
      assertNotEquals(one, RandomStream.of(seed, b, a).uniform());
    }
  }

  /** Published results name a seed: what it draws must not change. */
  @Test
  void whatASeedDrawsIsWrittenDown() {
    RandomStream stream = RandomStream.of(1, 2, 3);
    double[] drawn = {stream.gaussian(), stream.uniform(), stream.below(1000), stream.sign()};
    assertArrayEquals(new double[] {0.9484861030195422, 0.4057574387470242, 941, 1}, drawn);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300})
  void theMomentsAreThoseOfTheirLaws(long seed) {
    RandomStream stream = RandomStream.of(seed);
    double[] gaussian = stream.gaussians(COUNT);
    double[] expected = {0, 1, 0, 3, 0, 15};
    for (int power = 1; power <= expected.length; power++) {
      int p = power;
      double[] powers =
          IntStream.range(0, COUNT).mapToDouble(i -> Math.pow(gaussian[i], p)).toArray();
      double z = SampleMean.of(powers).z(expected[p - 1]);
      assertTrue(Math.abs(z) < 5, p + ": " + z);
    }
    double[] signs = IntStream.range(0, COUNT).mapToDouble(i -> stream.sign()).toArray();
    assertTrue(Math.abs(SampleMean.of(signs).z(0)) < 5);
    double[] dice = IntStream.range(0, COUNT).mapToDouble(i -> stream.below(6)).toArray();
    assertTrue(Math.abs(SampleMean.of(dice).z(2.5)) < 5);
    assertEquals(5, IntStream.range(0, COUNT).mapToDouble(i -> dice[i]).max().orElseThrow());
    double[] uniform = IntStream.range(0, COUNT).mapToDouble(i -> stream.uniform()).toArray();
    assertTrue(Math.abs(SampleMean.of(uniform).z(.5)) < 5);
  }

  /** Of two streams the product has the mean 0, too. */
  @Test
  void streamsAreIndependent() {
    double[] products =
        IntStream.range(0, COUNT)
            .mapToDouble(
                i -> RandomStream.of(7, i).gaussian() * RandomStream.of(7, i + 1).gaussian())
            .toArray();
    assertTrue(Math.abs(SampleMean.of(products).z(0)) < 5);
  }

  @Test
  void repetitionsAreInOrderWhateverTheThreads() {
    List<Double> parallel = Replicates.of(500, i -> RandomStream.of(5, i).gaussian(), Context.NONE);
    List<Double> one =
        IntStream.range(0, 500).mapToObj(i -> RandomStream.of(5, i).gaussian()).toList();
    assertEquals(one, parallel);
  }

  @Test
  void aMeanKnowsItsErrorAndWhatItWouldHaveSeen() {
    SampleMean mean = SampleMean.of(1, 2, 3, 4);
    assertEquals(2.5, mean.mean());
    assertEquals(Math.sqrt(5 / 3.), mean.deviation(), 1e-15);
    assertEquals(Math.sqrt(5 / 12.), mean.standardError(), 1e-15);
    assertEquals(1 / Math.sqrt(5 / 12.), mean.z(1.5), 1e-14);
    assertEquals(5 * Math.sqrt(5 / 12.) / 1.5, mean.smallestDefect(-1.5), 1e-14);
    assertEquals(0, SampleMean.of(2, 2).z(2));
    assertEquals(Double.POSITIVE_INFINITY, SampleMean.of(2, 2).z(1));
  }
}
