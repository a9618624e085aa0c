package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Which kernels have their eigenvalues in closed form or as a convergent series. */
public final class ExactSpectra {
  /** The series of the exponential has about 4ec terms and needs 3c bits. */
  private static final Rational LARGEST_RATE = Rational.of(5000);

  private ExactSpectra() {}

  /**
   * The spectrum of a kernel on the sphere S^(d-1), where docs/theory.md, section 9, gives it and
   * its cost is moderate.
   *
   * @param dimension d, at least 2
   * @throws NotIntegrableException if the kernel is not integrable on that sphere, or given by
   *     eigenvalues that decay too slowly for a kernel there; a kernel that is integrable and not
   *     square integrable, as r^s for -(d-1) &lt; s &lt;= -(d-1)/2, does have eigenvalues
   */
  public static Optional<ExactSpectrum> of(Kernel kernel, int dimension) {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension " + dimension + " is below 2");
    }
    Structure structure = kernel.structure();
    if (structure instanceof Structure.OneLayer layer) {
      return Optional.of(new OneLayerSpectrum(dimension, layer.terms()));
    }
    if (structure instanceof Structure.Polynomial polynomial) {
      return Optional.of(new PolynomialSpectrum(dimension, polynomial.coefficients()));
    }
    if (structure instanceof Structure.ChordPower power) {
      return Optional.of(ChordPowerSpectrum.of(dimension, power.exponent()));
    }
    if (structure instanceof Structure.Spectral given) {
      return Optional.of(new GivenSpectrum(dimension, given));
    }
    if (structure instanceof Structure.Bessel bessel) {
      return of(bessel, dimension);
    }
    return structure instanceof Structure.Radial radial ? of(radial, dimension) : Optional.empty();
  }

  /**
   * A frequency from which on every eigenvalue of the parity is exactly zero, if a theorem says so:
   * that of the closed form, or where the odd or the even part of the kernel is a polynomial
   * (docs/theory.md, Proposition 9.7, Lemmas 5.12 and 9.8).
   *
   * @param exact the closed form of the spectrum, if there is one
   */
  public static OptionalLong zerosFrom(
      Kernel kernel, Optional<ExactSpectrum> exact, Parity parity) {
    OptionalLong known =
        exact.map(spectrum -> spectrum.zerosFrom(parity)).orElse(OptionalLong.empty());
    OptionalLong told =
        kernel
            .polynomialPart()
            .filter(part -> part.odd() == (parity == Parity.ODD))
            .map(part -> OptionalLong.of(parity.firstFrom(part.degree() + 1L)))
            .orElse(OptionalLong.empty());
    return LongStream.concat(known.stream(), told.stream()).min();
  }

  private static Optional<ExactSpectrum> of(Structure.Bessel bessel, int dimension) {
    Rational nu = bessel.smoothness();
    if (!isModerate(bessel.rate())) {
      return Optional.empty();
    }
    if (nu.isInteger()) {
      return Optional.of(new LogarithmicMaternSpectrum(dimension, nu.intValue(), bessel.rate()));
    }
    return isShort(nu)
        ? Optional.of(new BesselMaternSpectrum(dimension, nu, bessel.rate()))
        : Optional.empty();
  }

  private static boolean isModerate(Parameter c) {
    return c.in(Precision.BOUNDS).upper().compareTo(LARGEST_RATE) <= 0;
  }

  private static boolean isShort(Rational exponent) {
    return exponent.denominator().bitLength() < 30;
  }

  private static Optional<ExactSpectrum> of(Structure.Radial radial, int dimension) {
    Parameter c = radial.rate();
    boolean moderate = isModerate(c);
    if (radial.isMatern()) {
      return moderate
          ? Optional.of(new MaternSpectrum(dimension, radial.degree(), c))
          : BesselProductSpectrum.of(radial, dimension);
    }
    if (!moderate) {
      return Optional.empty();
    }
    if (radial.isGaussian()) {
      return Optional.of(new GaussianSpectrum(dimension, c));
    }
    return isShort(radial.power())
        ? Optional.of(new GammaExponentialSpectrum(dimension, c, radial.power()))
        : Optional.empty();
  }
}
