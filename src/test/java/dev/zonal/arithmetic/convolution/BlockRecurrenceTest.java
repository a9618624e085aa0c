package dev.zonal.arithmetic.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Block by block the recurrences give what they give term by term. */
class BlockRecurrenceTest {
  private static BigInteger[] integers(Random random, int length, int bits) {
    BigInteger[] result = new BigInteger[length];
    for (int i = 0; i < length; i++) {
      result[i] = new BigInteger(bits, random).subtract(BigInteger.ONE.shiftLeft(bits - 1));
    }
    return result;
  }

  private static BigInteger next(BigInteger[] given, int n, BigInteger sum) {
    return given[n].subtract(sum).shiftRight(40);
  }

  @Property(tries = 30)
  void aQuotientIsThatOfItsRecurrence(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 420) int length,
      @ForAll @IntRange(min = 1, max = 420) int others) {
    Random random = new Random(seed);
    BigInteger[] given = integers(random, length, 60);
    BigInteger[] factor = integers(random, others, 36);
    BigInteger[] terms = new BigInteger[length];
    for (int n = 0; n < length; n++) {
      BigInteger sum = BigInteger.ZERO;
      for (int i = 1; i <= Math.min(n, others - 1); i++) {
        sum = sum.add(factor[i].multiply(terms[n - i]));
      }
      terms[n] = next(given, n, sum);
    }
    assertArrayEquals(terms, BlockRecurrence.with(factor, length, (n, sum) -> next(given, n, sum)));
  }

  @Property(tries = 30)
  void aRootIsThatOfItsRecurrence(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int length) {
    BigInteger[] given = integers(new Random(seed), length, 60);
    BigInteger[] terms = new BigInteger[length];
    for (int n = 0; n < length; n++) {
      BigInteger sum = BigInteger.ZERO;
      for (int i = 1; i < n; i++) {
        sum = sum.add(terms[i].multiply(terms[n - i]));
      }
      terms[n] = next(given, n, sum);
    }
    assertArrayEquals(terms, BlockRecurrence.square(length, (n, sum) -> next(given, n, sum)));
  }

  @Property(tries = 20)
  void aPartOfAProductIsAPartOfTheWhole(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int one,
      @ForAll @IntRange(min = 1, max = 200) int two,
      @ForAll @IntRange(min = 1, max = 5000) int bits) {
    Random random = new Random(seed);
    BigInteger[] a = integers(random, one, bits);
    BigInteger[] b = integers(random, two, bits);
    BigInteger[] whole = IntegerConvolution.product(a, b, one + two - 1);
    int from = random.nextInt(one + two - 1);
    BigInteger[] part = IntegerConvolution.product(a, b, from, one + two - 1);
    for (int n = from; n < one + two - 1; n++) {
      assertEquals(IntegerConvolution.dot(a, b, n, 0), whole[n]);
      assertEquals(whole[n], part[n - from]);
    }
  }
}
