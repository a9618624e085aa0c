package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.context.Context;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.Parity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The spectrum of a polynomial in u with rational coefficients: rational numbers, and zero above
 * the degree (docs/theory.md, Lemma 9.8).
 *
 * @param dimension d, at least 2
 * @param coefficients from the constant term upwards
 */
public record PolynomialSpectrum(int dimension, List<Rational> coefficients)
    implements ExactSpectrum {
  public PolynomialSpectrum {
    coefficients = List.copyOf(coefficients);
  }

  /**
   * The eigenvalue of the monomial u^{@code power},
   *
   * <pre>
   *   eta_k(u^n) = n!/(2^k (n-k)!) (1/2)_j/(d/2)_(j+k)  where n = k + 2j,  and 0 otherwise.
   * </pre>
   */
  static Rational monomial(int dimension, int power, long frequency) {
    if (frequency > power || (power - frequency) % 2 != 0) {
      return Rational.ZERO;
    }
    long j = (power - frequency) / 2;
    return GammaQuotient.ONE
        .timesPowerOfTwo(-frequency)
        .rising(2 * (power - frequency + 1), frequency)
        .rising(1, j)
        .dividedByRising(dimension, j + frequency)
        .exact()
        .coefficient();
  }

  @Override
  public Value at(long frequency) {
    return new RationalValue(eigenvalue(frequency));
  }

  @Override
  public OptionalLong zerosFrom(Parity parity) {
    return OptionalLong.of(parity.firstFrom(coefficients.size()));
  }

  private Rational eigenvalue(long frequency) {
    Rational sum = Rational.ZERO;
    for (int n = 0; n < coefficients.size(); n++) {
      Context.checkpoint();
      sum = sum.add(coefficients.get(n).multiply(monomial(dimension, n, frequency)));
    }
    return sum;
  }

  private record RationalValue(Rational value) implements Value {
    @Override
    public Ball enclose(BallArithmetic over) {
      return over.of(value);
    }

    @Override
    public Optional<PiRational> exact() {
      return Optional.of(PiRational.of(value));
    }
  }
}
