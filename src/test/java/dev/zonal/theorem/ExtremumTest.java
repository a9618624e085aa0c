package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Extremum.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Extrema of numbers that are known to lie in balls. */
class ExtremumTest {

  private static Ball ball(long lower, long upper) {
    return Ball.hull(Ball.exact(lower), Ball.exact(upper));
  }

  private static Extremum number(long k, long lower, long upper) {
    return Extremum.at(k, ball(lower, upper));
  }

  /** Whatever the numbers in the balls are, the extremum of all of them is enclosed. */
  @Property(tries = 300)
  void theExtremumOfAnyNumbersInTheBallsIsEnclosed(@ForAll Random random) {
    List<Extremum> parts = new ArrayList<>();
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      long lower = random.nextInt(40) - 20;
      long upper = lower + random.nextInt(12);
      parts.add(number(i, lower, upper));
      long value = lower + random.nextInt((int) (upper - lower) + 1);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    Extremum infimum = Extremum.of(Side.INFIMUM, parts);
    Extremum supremum = Extremum.of(Side.SUPREMUM, parts);
    assertTrue(infimum.value().contains(Rational.of(least)), parts::toString);
    assertTrue(supremum.value().contains(Rational.of(most)), parts::toString);
  }

  @Test
  void overlappingCandidatesLeaveItOpenWhichIsTheExtremum() {
    Extremum infimum =
        Extremum.of(Side.INFIMUM, List.of(number(1, 0, 4), number(2, 2, 9), number(3, 20, 21)));
    assertTrue(infimum.value().contains(ball(0, 9)));
    assertFalse(infimum.isDecided());
    assertEquals(
        List.of(new Extremum.AtFrequency(1), new Extremum.AtFrequency(2)), infimum.places());
    Extremum supremum =
        Extremum.of(Side.SUPREMUM, List.of(number(1, 0, 4), number(2, 2, 9), number(3, 20, 21)));
    assertTrue(supremum.isDecided());
    assertEquals(List.of(new Extremum.AtFrequency(3)), supremum.places());
  }

  @Test
  void aTailThatIsNotOneNumberDecidesNothing() {
    Extremum tail = new Extremum(ball(0, 1), List.of(new Extremum.Tail(Parity.EVEN, 4)), false);
    assertFalse(Extremum.of(Side.INFIMUM, List.of(tail)).isDecided());
    assertFalse(Extremum.of(Side.INFIMUM, List.of(tail, number(1, 5, 6))).isDecided());
    assertTrue(Extremum.of(Side.SUPREMUM, List.of(tail, number(1, 5, 6))).isDecided());
  }
}
