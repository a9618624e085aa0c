package dev.zonal.arithmetic.convolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Products by transforms are those of the library. */
class LongProductTest {
  @Property(tries = 60)
  void aProductByTransformsIsThatOfTheLibrary(
      @ForAll @IntRange(min = 0, max = 6000) int one,
      @ForAll @IntRange(min = 0, max = 6000) int two,
      @ForAll long seed) {
    Random random = new Random(seed);
    BigInteger a = new BigInteger(one, random);
    BigInteger b = new BigInteger(two, random).negate();
    assertEquals(a.multiply(b), LongProduct.byTransforms(a, b));
    assertEquals(b.multiply(b), LongProduct.byTransforms(b, b));
  }

  /** Every digit of the convolution is as large as it can be. */
  @Test
  void theLargestDigitsDoNotOverflow() {
    for (int bits : new int[] {48, 480, 48 * 1000, 48 * 4096, 400_000}) {
      BigInteger a = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
      assertEquals(a.multiply(a), LongProduct.byTransforms(a, a));
      assertEquals(a.multiply(a.negate()), LongProduct.of(a, a.negate()));
    }
  }

  /** From 2^16 digits on a sum of products has more than 112 bits. */
  @Test
  void theCarriesOfLongProductsAreKept() {
    int bits = 48 * (65_536 + 100);
    BigInteger power = BigInteger.ONE.shiftLeft(bits);
    BigInteger square = power.subtract(BigInteger.TWO).shiftLeft(bits).add(BigInteger.ONE);
    BigInteger a = power.subtract(BigInteger.ONE);
    assertEquals(square, LongProduct.byTransforms(a, a));
  }

  @Test
  void theRootsOfUnityAreOfTheirOrderAndTheModuliCoprimeAndOdd() {
    for (TransformModulus modulus : new TransformModulus[] {first(), second()}) {
      BigInteger m = BigInteger.valueOf(modulus.modulus());
      BigInteger half = BigInteger.ONE.shiftLeft(TransformModulus.MOST_LEVELS - 1);
      BigInteger minusOne = m.subtract(BigInteger.ONE);
      assertEquals(minusOne, BigInteger.valueOf(modulus.root()).modPow(half, m));
      assertEquals(62, m.bitLength());
      assertEquals(BigInteger.ONE, m.mod(BigInteger.TWO));
    }
    BigInteger one = BigInteger.valueOf(first().modulus());
    assertEquals(BigInteger.ONE, one.gcd(BigInteger.valueOf(second().modulus())));
  }

  private static TransformModulus first() {
    return TransformModulus.FIRST;
  }

  private static TransformModulus second() {
    return TransformModulus.SECOND;
  }

  @Property(tries = 200)
  void aProductModuloIsTheRemainderOfTheProduct(@ForAll long x, @ForAll long y) {
    for (TransformModulus modulus : new TransformModulus[] {first(), second()}) {
      long a = Math.floorMod(x, modulus.modulus());
      long b = Math.floorMod(y, modulus.modulus());
      BigInteger exact =
          BigInteger.valueOf(a)
              .multiply(BigInteger.valueOf(b))
              .mod(BigInteger.valueOf(modulus.modulus()));
      assertEquals(exact.longValue(), modulus.product(a, b));
    }
  }

  /**
   * The guess in doubles is one too large or too small where the quotient is all but an integer.
   */
  @Property(tries = 300)
  void theQuotientOfAMultiplierIsRoundedDown(
      @ForAll @IntRange(min = -2000, max = 2000) int remainder, @ForAll long any) {
    for (TransformModulus modulus : new TransformModulus[] {first(), second()}) {
      BigInteger m = BigInteger.valueOf(modulus.modulus());
      BigInteger above = BigInteger.ONE.shiftLeft(64);
      // w 2^64 = remainder modulo m
      BigInteger near = above.modInverse(m).multiply(BigInteger.valueOf(remainder)).mod(m);
      for (BigInteger w : new BigInteger[] {near, BigInteger.valueOf(any).mod(m)}) {
        long floor = w.multiply(above).divide(m).longValue();
        assertEquals(floor, modulus.quotient(w.longValueExact()), () -> "of " + w);
      }
    }
  }
}
