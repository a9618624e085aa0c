package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.NotIntegrableException;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;
import java.util.OptionalLong;

/** The eigenvalues that a kernel is given by, as they are written (docs/theory.md, section 15). */
public record GivenSpectrum(int dimension, Structure.Spectral structure) implements ExactSpectrum {
  /** Powers with such exponents are within the range of binary exponents. */
  private static final Rational MOST_NEGATIVE_LOG = Rational.of(1L << 60);

  /**
   * @throws NotIntegrableException if the sum of all eigenvalues with their multiplicities is
   *     infinite, so that there is no kernel (Lemma 15.1)
   */
  public GivenSpectrum {
    if (structure instanceof Structure.LaplacianPower power) {
      Rational least = Rational.of(dimension - 1L, 2L);
      Rational exponent = power.exponent(dimension);
      if (exponent.compareTo(least) <= 0) {
        throw new NotIntegrableException(
            ("eigenvalues that decay like k^-2s, s = %s, are those of no kernel on the sphere in"
                    + " dimension %s: s must be above (d-1)/2 = %s")
                .formatted(exponent, dimension, least));
      }
    }
  }

  @Override
  public Value at(long frequency) {
    return new Value() {
      @Override
      public Ball enclose(BallArithmetic over) {
        Optional<Rational> rational = structure.rational(dimension, frequency);
        return rational.isPresent()
            ? over.of(rational.get())
            : Refinement.until(over, lost(frequency), a -> in(a, frequency));
      }

      @Override
      public Optional<PiRational> exact() {
        return structure.rational(dimension, frequency).map(PiRational::of);
      }
    };
  }

  /** Bits that a power with a large exponent, or its exponential, loses. */
  private static int lost(long k) {
    return 2 * (Long.SIZE - Long.numberOfLeadingZeros(k)) + 8;
  }

  private Ball in(BallArithmetic over, long k) {
    if (structure instanceof Structure.Heat heat
        && heat.logarithm(dimension, k).compareTo(MOST_NEGATIVE_LOG) > 0) {
      throw new DomainException(
          "the eigenvalue of a heat kernel at frequency %s is too small for its exponent"
              .formatted(k));
    }
    return structure.eigenvalue(over, dimension, k);
  }

  @Override
  public OptionalLong zerosFrom(Parity parity) {
    return structure instanceof Structure.FiniteSpectrum list
        ? OptionalLong.of(parity.firstFrom(list.end()))
        : OptionalLong.empty();
  }
}
