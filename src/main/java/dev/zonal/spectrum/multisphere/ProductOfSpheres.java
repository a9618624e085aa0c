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

  /**
   * The factor of |K|^-(M+1) in the eigenvalues of -|x - z|/(pi sqrt n) for the probability
   * measure, M = n (C - 1): 2^M pi^((M-1)/2) Gamma((M+1)/2)/(pi sqrt n |S^(C-1)|^n)
   * (docs/theory.md, Theorem 21.11).
   */
  Ball transformOfChord(BallArithmetic over) {
    int m = pixels * (channels - 1);
    Ball transform =
        GammaQuotient.ONE.timesPowerOfTwo(m).timesPowerOfSqrtPi(m - 3).gamma(m + 1L).in(over);
    Ball area = over.power(new Sphere(channels).area().in(over), pixels);
    return over.divide(transform, over.multiply(area, over.sqrt(over.of(Rational.of(pixels)))));
  }
}
