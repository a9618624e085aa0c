package dev.zonal.spectrum.tail;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Products of many factors at one frequency after another. */
class FrequencyWalkTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(100);
  private static final BallArithmetic FINE = BallArithmetic.ofBits(200);

  private static FrequencyWalk chord(ChordPowerSpectrum chord) {
    return new FrequencyWalk(chord::in, chord::next);
  }

  @Property(tries = 50)
  void everyStepKeepsTheEigenvalueOfTheChordInsideAndItsAccuracy(
      @ForAll @IntRange(min = 2, max = 400) int d, @ForAll @LongRange(min = 1, max = 2000) long k) {
    ChordPowerSpectrum chord = ChordPowerSpectrum.of(d, 1);
    FrequencyWalk walk = chord(chord);
    for (long i = k; i < k + 40; i += 3) {
      Ball walked = walk.at(OVER, i);
      assertTrue(walked.contains(chord.<Ball>in(FINE, i)), "k = " + i);
      assertTrue(walked.accuracyBits() > 90, "k = " + i);
    }
  }

  @Property(tries = 50)
  void whereTheWalkHasBeenChangesNothing(
      @ForAll @LongRange(min = 1, max = 200) long one,
      @ForAll @LongRange(min = 1, max = 200) long two) {
    FrequencyWalk walk = chord(ChordPowerSpectrum.of(70, 1));
    walk.at(OVER, one);
    walk.at(FINE, one);
    Ball fresh = chord(ChordPowerSpectrum.of(70, 1)).at(OVER, two);
    Ball walked = walk.at(OVER, two);
    assertTrue(fresh.contains(walked) && walked.contains(fresh), "k = " + two);
  }

  @Property(tries = 50)
  void everyStepKeepsTheBinomialCoefficientInside(
      @ForAll @IntRange(min = 3, max = 400) int d, @ForAll @LongRange(min = 1, max = 2000) long k) {
    Ball next = TailRemainder.nextBinomial(d, TailRemainder.binomial(d, k), k);
    assertTrue(next.overlaps(TailRemainder.binomial(d, k + 1)) && next.accuracyBits() > 50);
  }
}
