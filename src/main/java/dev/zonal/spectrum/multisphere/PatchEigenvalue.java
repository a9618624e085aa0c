package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.spectrum.exact.OneLayerSpectrum;
import java.util.List;
import java.util.Optional;

/**
 * The eigenvalue of one basis function of the mean m of the cosines of q pixels on the product of
 * their spheres, for a product of harmonics (docs/theory.md, Section 21.2).
 *
 * @param function 1, u, kappa_0, kappa_1 or u kappa_0
 * @param channels C, at least 2
 * @param frequencies the degrees of the harmonics, one for each of the q pixels
 */
record PatchEigenvalue(OneLayerTerm.Basis function, int channels, List<Integer> frequencies) {
  /**
   * The degrees of the polynomials of a corner sum, whose numbers have about as many digits; an
   * integral is sooner done for degrees that are large for the precision.
   */
  private static final int LARGEST_DEGREE = 400;

  /** The bits that cancel in a corner sum for each degree, about. */
  private static final int BITS_PER_DEGREE = 2;

  PatchEigenvalue {
    frequencies = List.copyOf(frequencies);
  }

  /** Of many pixels that is more than an int. */
  private long sum() {
    return frequencies.stream().mapToLong(k -> k).sum();
  }

  private int pixels() {
    return frequencies.size();
  }

  /**
   * The eigenvalue, where the part of the function of the parity of the harmonic is a polynomial:
   * of degree 1 at the most, so that it is zero beyond (docs/theory.md, Proposition 21.7).
   */
  Optional<Rational> rational() {
    boolean isOdd = sum() % 2 == 1;
    if (function.degree().isEmpty()) {
      return Optional.of(function.cosine() == isOdd ? polynomial(1) : Rational.ZERO);
    }
    boolean isEvenPart = function.cosine() != (function.degree().get() == 1);
    return isOdd == isEvenPart ? Optional.of(polynomial(2)) : Optional.empty();
  }

  /** The eigenvalue of 1 or of m, over a number: those of a sum of degrees 0 or 1. */
  private Rational polynomial(int divisor) {
    if (sum() == 0) {
      return Rational.of(1, divisor);
    }
    return sum() == 1 ? Rational.of(1, (long) divisor * pixels() * channels) : Rational.ZERO;
  }

  /**
   * A ball that contains the eigenvalue, with a relative accuracy of about the precision.
   *
   * @throws DomainException with the reason, if every way to it is too long
   */
  Ball enclose(BallArithmetic over) {
    Optional<Rational> rational = rational();
    if (rational.isPresent()) {
      return over.of(rational.get());
    }
    if (pixels() == 1) {
      return new OneLayerSpectrum(channels, List.of(new OneLayerTerm(1, function)))
          .at(frequencies.get(0))
          .enclose(over);
    }
    long degree = sum() + pixels() * (channels - 2L);
    if (channels % 2 == 1 && degree <= Math.min(LARGEST_DEGREE, 80 + over.bits() / 4)) {
      CornerSum corners = CornerSum.of(function, channels, frequencies);
      return Refinement.until(over, BITS_PER_DEGREE * degree, corners::enclose);
    }
    if (pixels() == 2 && sum() <= 40 + over.bits() / 16) {
      return new PixelPairSeries(function, channels, frequencies.get(0), frequencies.get(1))
          .enclose(over);
    }
    return new BesselIntegral(function, channels, frequencies).enclose(over);
  }
}
