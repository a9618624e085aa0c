package dev.zonal.arithmetic.elementary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Longest;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.Magnitude;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Lemma 3.4b of docs/theory.md, where its bounds are made. */
class FineRotationTest {
  private static final int TRIES = 40;

  private static SineCosine precise(long numerator, int grid, int bits) {
    return SineCosine.at(new Dyadic(BigInteger.valueOf(numerator), -grid), bits + 100);
  }

  private static void isWithin(Magnitude units, BigInteger value, int bits, Ball exact) {
    Ball around = Ball.of(value, -bits, units.shifted(-bits));
    assertTrue(around.contains(exact), () -> value + " 2^-" + bits + " is far from " + exact);
  }

  @Property(tries = TRIES)
  void anEntryOfAFineTableIsWithinTwoUnits(
      @ForAll @IntRange(min = 2, max = 3) int level,
      @ForAll @IntRange(min = 0, max = 1023) int j,
      @ForAll @IntRange(min = 64, max = 1500) int bits) {
    SineCosine exact = precise(j, level * TableGrid.BITS, bits);
    RotationTable table = RotationTable.ofAtLeast(level, bits);
    isWithin(Magnitude.atLeast(2, 0), table.sine(j, bits), bits, exact.sine());
    isWithin(Magnitude.atLeast(2, 0), table.cosine(j, bits), bits, exact.cosine());
  }

  @Property(tries = TRIES)
  void theTurnsOfATableAfterAnotherMakeThatOfTheirSum(
      @ForAll @DoubleRange(min = 0, max = 1.75) double angle,
      @ForAll @IntRange(min = 1025, max = 2400) int bits) {
    int grid = FineRotation.gridBits(bits);
    assertEquals(bits <= 2000 ? 20 : 30, grid);
    long point = (long) Math.scalb(angle, grid);
    SineCosine.Fixed turn = FineRotation.fixed(point, bits);
    SineCosine exact = precise(point, grid, bits);
    isWithin(turn.error(), turn.sine(), bits, exact.sine());
    isWithin(turn.error(), turn.cosine(), bits, exact.cosine());
    assertTrue(turn.error().compareTo(Magnitude.atLeast(grid == 20 ? 7 : 15, 0)) <= 0);
  }

  @Example
  void bothEndsOfTheGridAreThere() {
    SineCosine.Fixed none = FineRotation.fixed(0, 1100);
    assertEquals(0, none.sine().bitLength());
    long last = 7L << 18;
    SineCosine exact = precise(last, 20, 1100);
    isWithin(Magnitude.atLeast(2, 0), FineRotation.fixed(last, 1100).sine(), 1100, exact.sine());
  }

  /** 2^15 (P + 11) units of P bits, less than one sixteenth of one of those kept. */
  @Example
  void tablesAreMadeOfNoMoreBitsThanTheLemmaAllows() {
    assertFalse(FineRotation.isFor(TableGrid.MOST_FRACTION));
    int most = TableGrid.MOST_FRACTION + 1;
    while (FineRotation.isFor(most + 1)) {
      most++;
    }
    int longest = new Longest<>(bits -> bits).ofAtLeast(most);
    int wide = TableGrid.wide(longest);
    assertTrue(wide <= 8180, wide + " bits");
    assertTrue((wide + 11L) << 15 < 1L << (wide - longest - 4));
  }
}
