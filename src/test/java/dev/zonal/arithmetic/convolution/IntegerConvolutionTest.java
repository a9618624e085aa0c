package dev.zonal.arithmetic.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Products of polynomials, by sums of products or as one long product, are those of the sums. */
class IntegerConvolutionTest {
  private static BigInteger[] integers(Random random, int length, int bits) {
    BigInteger[] integers = new BigInteger[length];
    for (int i = 0; i < length; i++) {
      integers[i] = new BigInteger(bits, random).subtract(BigInteger.ONE.shiftLeft(bits - 1));
    }
    return integers;
  }

  private static BigInteger coefficient(BigInteger[] a, BigInteger[] b, int n) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < a.length; i++) {
      if (n - i >= 0 && n - i < b.length) {
        sum = sum.add(a[i].multiply(b[n - i]));
      }
    }
    return sum;
  }

  @Property(tries = 60)
  void aProductAndASquareAreTheSumsOfProducts(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 24) int one,
      @ForAll @IntRange(min = 1, max = 24) int two,
      @ForAll @IntRange(min = 1, max = 90) int bits) {
    Random random = new Random(seed);
    BigInteger[] a = integers(random, one, bits);
    BigInteger[] b = integers(random, two, bits);
    int length = one + two - 1;
    BigInteger[] product = IntegerConvolution.product(a, b, length);
    BigInteger[] square = IntegerConvolution.product(a, a, 2 * one - 1);
    BigInteger[] packed = KroneckerSubstitution.product(a, b, length);
    BigInteger[] packedSquare = KroneckerSubstitution.product(a, a, 2 * one - 1);
    for (int n = 0; n < length; n++) {
      assertEquals(coefficient(a, b, n), product[n], "x^" + n);
      assertEquals(coefficient(a, b, n), packed[n], "x^" + n);
    }
    for (int n = 0; n < square.length; n++) {
      assertEquals(coefficient(a, a, n), square[n], "x^" + n);
      assertEquals(coefficient(a, a, n), packedSquare[n], "x^" + n);
    }
  }

  @Property(tries = 4)
  void manyTermsAreMultipliedAsOneNumber(
      @ForAll long seed, @ForAll @IntRange(min = 160, max = 200) int terms) {
    Random random = new Random(seed);
    BigInteger[] a = integers(random, terms, 30);
    BigInteger[] b = integers(random, terms, 20);
    BigInteger[] product = IntegerConvolution.product(a, b, 2 * terms - 1);
    for (int n = 0; n < product.length; n++) {
      assertEquals(coefficient(a, b, n), product[n], "x^" + n);
    }
  }

  /** A product without the first coefficient of both. */
  @Property(tries = 60)
  void aSquareFromTheFirstTermOnLeavesOutTheOneBefore(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 24) int terms) {
    BigInteger[] a = integers(new Random(seed), terms, 40);
    BigInteger first = a[0].shiftLeft(1);
    for (int n = 1; n < terms; n++) {
      BigInteger without = coefficient(a, a, n).subtract(first.multiply(a[n]));
      assertEquals(without, IntegerConvolution.square(a, n, 1), "x^" + n);
    }
  }

  @Property(tries = 60)
  void theWidthIsTheLeastThatHoldsAllValues(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int terms) {
    BigInteger[] a = integers(new Random(seed), terms, 40);
    int width = 0;
    for (BigInteger value : a) {
      width = Math.max(width, value.bitLength());
    }
    assertEquals(width, IntegerConvolution.width(a));
    assertEquals(0, IntegerConvolution.width(new BigInteger[0]));
  }
}
