package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The product of the unit spheres of n pixels of C channels, and the functions on it that are
 * products of harmonics.
 *
 * @param channels C, at least 2
 * @param pixels n, at least 1
 */
public record ProductOfSpheres(int channels, int pixels) {
  public ProductOfSpheres {
    if (channels < 2 || pixels < 1) {
      throw new IllegalArgumentException(
          pixels + " pixels of " + channels + " channels are no product of spheres");
    }
  }

  /** The number of independent products of harmonics of these degrees. */
  public BigInteger multiplicity(List<Integer> frequencies) {
    Sphere sphere = new Sphere(channels);
    BigInteger product = BigInteger.ONE;
    for (int k : frequencies) {
      product = product.multiply(sphere.exactMultiplicity(k).orElseThrow());
    }
    return product;
  }

  /**
   * The number of independent functions among the products of harmonics of these degrees and of
   * their cyclic shifts together that no cyclic shift of the pixels changes (docs/theory.md,
   * Proposition 21.12).
   */
  public BigInteger invariantMultiplicity(List<Integer> frequencies) {
    int period = period(frequencies);
    BigInteger own = multiplicity(frequencies.subList(0, period));
    int turns = pixels / period;
    BigInteger sum = BigInteger.ZERO;
    for (int j = 0; j < turns; j++) {
      sum = sum.add(own.pow(BigInteger.valueOf(j).gcd(BigInteger.valueOf(turns)).intValue()));
    }
    return sum.divide(BigInteger.valueOf(turns));
  }

  /** The least cyclic shift that changes nothing. */
  static int period(List<Integer> frequencies) {
    List<Integer> shifted = new ArrayList<>(frequencies);
    int period = 0;
    do {
      Collections.rotate(shifted, 1);
      period++;
    } while (!shifted.equals(frequencies));
    return period;
  }

  /** M, the dimension. */
  int dimension() {
    return pixels * (channels - 1);
  }

  /**
   * The factor of |K|^-(M+s) in the eigenvalues of (-1)^((s+1)/2) (|x - z|/sqrt n)^s for the
   * probability measure, s odd: s (s-2) ... 1 times 2^(M+(s-1)/2) pi^((M-1)/2) Gamma((M+s)/2) /
   * (n^(s/2) |S^(C-1)|^n) (docs/theory.md, Theorem 21.11).
   */
  Ball transformOfChord(int power, BallArithmetic over) {
    int m = dimension();
    Rational odd = Rational.ONE;
    for (int i = power; i > 1; i -= 2) {
      odd = odd.multiply(i);
    }
    Ball transform =
        GammaQuotient.ONE
            .timesPowerOfTwo(m + (power - 1) / 2)
            .timesPowerOfSqrtPi(m - 1)
            .gamma((long) m + power)
            .in(over);
    Ball area = over.power(new Sphere(channels).area().in(over), pixels);
    Ball root = over.power(over.sqrt(over.of(Rational.of(pixels))), power);
    return over.divide(over.scale(transform, odd), over.multiply(area, root));
  }
}
