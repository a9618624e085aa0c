package dev.zonal.arithmetic.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DigitsTest {
  private static void isWrittenInItsDigits(BigInteger value, int count) {
    long[] digits = Digits.of(value, count);
    assertEquals(count + 1, digits.length);
    BigInteger sum = BigInteger.ZERO;
    for (long digit : digits) {
      assertTrue(digit >= 0 && digit < 1L << 28, () -> "the digit " + digit);
      sum = sum.shiftLeft(28).add(BigInteger.valueOf(digit));
    }
    assertEquals(value, sum);
    assertEquals(value, Digits.integer(digits, count));
  }

  @Property
  void everyNumberIsItsDigits(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 40) int count) {
    int bits = 28 * (count + 1);
    isWrittenInItsDigits(new BigInteger(random.nextInt(bits + 1), random), count);
    isWrittenInItsDigits(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE), count);
    isWrittenInItsDigits(BigInteger.ZERO, count);
  }

  @Property
  void soManyDigitsHoldTheBitsAndOneFewerDoNot(@ForAll @IntRange(min = 1, max = 5000) int bits) {
    int count = Digits.count(bits);
    assertTrue(28 * count >= bits && 28 * (count - 1) < bits);
  }
}
