package dev.zonal.spectrum.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What neighbouring frequencies have in common, against each of them on its own. */
class TailBlockTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(300);

  /** The sum of Corollary 11.6 by the closed form of every chord power. */
  private static Ball sum(List<Ball> odd, int d, long k) {
    Ball sum = OVER.of(0);
    for (int j = 0; j < odd.size(); j++) {
      Ball power = ChordPowerSpectrum.of(d, 2L * j + 1).in(OVER, k);
      sum = OVER.add(sum, OVER.multiply(odd.get(j), power));
    }
    return OVER.divide(sum, ChordPowerSpectrum.of(d, 1).in(OVER, k));
  }

  @Property(tries = 200)
  void everyPointOfEveryCoefficientIsInTheSum(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -1000, max = 1000) Integer> numerators,
      @ForAll @IntRange(min = 2, max = 30) int d,
      @ForAll @LongRange(min = 0, max = 1L << 40) long beyond,
      @ForAll @LongRange(min = 0, max = 40) long steps,
      @ForAll @IntRange(min = 4, max = 120) int bits,
      @ForAll boolean wide) {
    long from = numerators.size() + 1 + beyond;
    Ball radius = wide ? Ball.exact(1).shifted(-bits / 2) : Ball.exact(0);
    List<Ball> middles =
        numerators.stream().map(n -> OVER.of(Rational.of(n, 7)).midpoint()).toList();
    List<Ball> balls = middles.stream().map(c -> c.inflate(radius)).toList();
    TailBlock block = TailBlock.of(balls, d, from, bits, Ball.exact(0));
    Ball found = block.at(from + 2 * steps);
    assertTrue(found.contains(sum(middles, d, from + 2 * steps)));
    for (int sign : new int[] {1, -1}) {
      // The signs of the terms alternate, and so do these: all errors add.
      Ball[] ends = new Ball[middles.size()];
      for (int j = 0; j < ends.length; j++) {
        Ball moved = j % 2 == 0 ? radius : radius.negated();
        ends[j] = OVER.add(middles.get(j), sign > 0 ? moved : moved.negated());
      }
      assertTrue(found.contains(sum(List.of(ends), d, from + 2 * steps)));
    }
    if (!wide && numerators.get(0) != 0) {
      assertTrue(found.radius().certainlyLess(Ball.exact(8).shifted(-bits + 14)), found::toString);
    }
  }

  @Property(tries = 100)
  void whatIsCutOffIsInTheRadius(@ForAll @LongRange(min = 2, max = 1000) long k) {
    Ball rest = Ball.exact(3).shifted(-20);
    Ball without = TailBlock.of(List.of(Ball.exact(1)), 3, k, 60, Ball.exact(0)).at(k);
    Ball with = TailBlock.of(List.of(Ball.exact(1)), 3, k, 60, rest).at(k);
    assertTrue(with.contains(OVER.add(without.midpoint(), rest)));
    assertTrue(with.contains(OVER.subtract(without.midpoint(), rest)));
  }

  @Property
  void theStartOfABlockIsANeighbourOfTheSameParity(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long k) {
    long start = TailBlock.start(k);
    assertTrue(start >= 1 && start <= k && (k - start) % 2 == 0 && (k - start) <= k / 8);
    assertEquals(start, TailBlock.start(start), "another frequency of the block");
  }

  @Property(tries = 100)
  void theQuotientIsThatOfTheClosedForms(
      @ForAll @IntRange(min = 2, max = 40) int d,
      @ForAll @IntRange(min = 0, max = 10) int terms,
      @ForAll @LongRange(min = 12, max = 1000) long k) {
    Ball above = ChordPowerSpectrum.of(d, 2L * terms + 1).in(OVER, k);
    Ball exact = OVER.divide(above, ChordPowerSpectrum.of(d, 1).in(OVER, k)).abs();
    Ball found = TailBlock.quotient(d, k, terms);
    assertTrue(found.overlaps(exact) && found.accuracyBits() > 50);
  }

  /** The critical height is the logarithm of Lambda_k(1)/Lambda_(k+1)(1). */
  @Property(tries = 100)
  void theTopDecreasesExactlyWhereTheCorollarySaysSo(
      @ForAll @IntRange(min = 2, max = 1000) int d,
      @ForAll @LongRange(min = 1, max = 10_000) long k,
      @ForAll @IntRange(min = 1, max = 30) int bits) {
    double margin = Math.scalb(1, -bits);
    ChordPowerSpectrum chord = ChordPowerSpectrum.of(d, 1);
    Ball ratio = OVER.divide(chord.in(OVER, k), chord.in(OVER, k + 1));
    double critical = OVER.log(ratio).toDouble();
    assertTrue(TailBlock.topDecreases(d, k, critical * (1 + margin)));
    assertFalse(TailBlock.topDecreases(d, k, critical * (1 - margin)));
    assertFalse(TailBlock.topDecreases(d, k, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "'laplace:c=1', 2",
    "'resntk:L=2,alpha=1', 3",
    "'fcntk:L=3', 3",
    "'fcntk:L=2,beta=1', 5",
    "'matern:nu=3/2,c=1', 10",
    "'fcntk:L=2', 200"
  })
  void frequenciesOfABlockAreEnclosedAsEachOnItsOwn(String kernel, int d) {
    OddExpansion expansion = OddExpansion.of(AnalyticData.of(KernelSpecification.parse(kernel)));
    TailExpansion tail = TailExpansion.of(expansion, d).get();
    for (long start : new long[] {320, 512, 7168, 1L << 40}) {
      for (long k = start; k < start + 40; k += 3) {
        Ball shared = tail.enclose(k, 60).orElseThrow();
        Ball alone = tail.enclose(k, 200, tail.plan(k, 200));
        assertTrue(shared.overlaps(alone), kernel + " at " + k);
        assertTrue(shared.accuracyBits() >= 60, kernel + " at " + k);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"'laplace:c=1', 3, 40", "'fcntk:L=2', 3, 50", "'fcntk:L=2', 1000, 60"})
  void whatABlockDoesNotReachIsTriedAlone(String kernel, int d, int bits) {
    OddExpansion expansion = OddExpansion.of(AnalyticData.of(KernelSpecification.parse(kernel)));
    TailExpansion tail = TailExpansion.of(expansion, d).get();
    long first = tail.firstFrequency(bits).getAsLong();
    for (long k = Math.max(1, first - 4); k < first + 20; k++) {
      boolean reaches = tail.canDeliver(k, bits);
      assertTrue(!reaches || tail.enclose(k, bits).isPresent(), kernel + " at " + k);
    }
  }
}
