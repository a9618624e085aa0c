package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.Precision;
import java.util.Optional;

/**
 * The spectrum of the Matern kernels of smoothness nu = p + 1/2, the Laplace kernel (p = 0) among
 * them, in odd dimension (docs/theory.md, Proposition 9.10a): with mu = k + (d-2)/2 and m = p +
 * (d-1)/2,
 *
 * <pre>
 *   eta_k = 2^(d-1) Gamma(d/2)/Gamma(nu) c^(2 nu) (-d/dw)^m [I_mu(c) K_mu(c)],   w = c^2.
 * </pre>
 *
 * <p>Its cost grows with the square root of c where {@link MaternSpectrum} takes a time like c^2.
 * All eigenvalues are positive.
 */
record BesselProductSpectrum(int dimension, int degree, Parameter c) implements ExactSpectrum {
  private static final int MOST_DERIVATIVES = 2000;

  /** From here on the continued fractions have hundreds of thousands of steps. */
  private static final Rational LARGEST_RATE = Rational.of(10_000_000);

  private static final long QUADRATURE_IS_QUICK = 1000;

  /** The spectrum, if the dimension is odd and the cost is moderate. */
  static Optional<ExactSpectrum> of(Structure.Radial kernel, int dimension) {
    int degree = kernel.degree();
    Parameter c = kernel.rate();
    boolean moderate =
        degree + dimension / 2 <= MOST_DERIVATIVES
            && c.in(Precision.BOUNDS).upper().compareTo(LARGEST_RATE) <= 0;
    return moderate && dimension % 2 == 1
        ? Optional.of(new BesselProductSpectrum(dimension, degree, c))
        : Optional.empty();
  }

  @Override
  public Value at(long frequency) {
    return over ->
        Refinement.until(over, cancellation(frequency), a -> new Product(a, frequency).eta());
  }

  /** Quadrature shares its nodes among all frequencies, and has few where k, d and p are small. */
  @Override
  public boolean isPreferredAt(long frequency) {
    return frequency + dimension + 100L * degree > QUADRATURE_IS_QUICK;
  }

  /** A guess: every derivative is smaller than its parts by the square root of c^2 + mu^2. */
  private long cancellation(long frequency) {
    double size = c.in(Precision.BOUNDS).toDouble() + frequency + dimension;
    return (long) ((degree + dimension / 2 + 3) * (1 + Math.log(size) / Math.log(2)));
  }

  /** The product at one frequency in one precision. */
  private final class Product {
    private final BallArithmetic over;
    private final long twiceMu;
    private final Ball rate;
    private final double size;

    Product(BallArithmetic over, long k) {
      this.over = over;
      this.twiceMu = 2 * k + dimension - 2;
      this.rate = c.in(over);
      this.size = rate.toDouble();
    }

    Ball eta() {
      int m = degree + dimension / 2;
      Ball coefficient = coefficient(m);
      Ball factor =
          GammaQuotient.ONE
              .timesPowerOfTwo(dimension - 1L)
              .gamma(dimension)
              .gamma(2L * (m + 1))
              .dividedByGamma(2L * degree + 1)
              .in(over);
      Ball scale = over.power(rate, 2L - dimension);
      Ball eta = over.multiply(over.multiply(factor, scale), coefficient);
      return (m & 1) == 0 ? eta : over.negate(eta);
    }

    /** The coefficient of x^m of I K at w = c^2 (1 + x). */
    private Ball coefficient(int m) {
      Ball mu = over.of(Rational.of(twiceMu, 2));
      Ball first = ratioOfFirstKind();
      Ball second = ratioOfSecondKind();
      Ball w = c.squareIn(over);
      Ball sum = over.add(w, over.square(mu));
      Ball delta = half(over.multiply(rate, over.add(second, first)));
      Ball slope = over.add(mu, half(over.multiply(rate, over.subtract(first, second))));
      Ball[] p = new Ball[Math.max(3, m + 1)];
      p[0] = half(over.divide(over.of(1), delta));
      p[1] = over.multiply(p[0], slope);
      Ball bend = half(over.subtract(over.add(sum, over.square(slope)), over.square(delta)));
      p[2] = half(over.subtract(over.multiply(p[0], bend), p[1]));
      for (long n = 0; n + 3 <= m; n++) {
        Context.checkpoint();
        int i = (int) n;
        Ball above =
            over.add(
                over.multiply(
                    over.subtract(sum, over.of((n + 1) * (n + 1))), times(n + 1, p[i + 1])),
                over.multiply(w, over.scale(p[i], Rational.of(2 * n + 1, 2))));
        Ball rest = times((n + 2) * (n + 1) * (2 * n + 3), p[i + 2]);
        p[i + 3] = over.divide(over.subtract(above, rest), over.of((n + 3) * (n + 2) * (n + 1)));
      }
      return p[m];
    }

    private Ball half(Ball x) {
      return over.scale(x, Rational.of(1, 2));
    }

    private Ball times(long factor, Ball x) {
      return over.multiply(over.of(factor), x);
    }

    private Ball ratioOfFirstKind() {
      long steps = 8;
      while (contraction(steps, twiceMu / 2.0 + steps / 2.0) < over.bits()) {
        steps *= 2;
      }
      return BesselProductSpectrum.ratioOfFirstKind(over, rate, twiceMu, steps);
    }

    private Ball ratioOfSecondKind() {
      long all = (twiceMu + 1) / 2;
      long steps = Math.min(8, all);
      while (steps < all && contraction(steps, twiceMu / 2.0 - steps / 2.0) < over.bits()) {
        steps = Math.min(2 * steps, all);
      }
      return BesselProductSpectrum.ratioOfSecondKind(over, rate, twiceMu, steps);
    }

    /** About the bits by which an error shrinks in so many steps around an order. */
    private double contraction(long steps, double order) {
      double t = Math.max(0, order) / size;
      return steps * 2 * Math.log(t + Math.sqrt(1 + t * t)) / Math.log(2);
    }
  }

  /** I_(mu+1)(c)/I_mu(c), downward from an order at which little is known of it. */
  static Ball ratioOfFirstKind(BallArithmetic over, Ball c, long twiceMu, long steps) {
    Ball least = over.divide(c, over.add(c, over.of(twiceMu + 2 * steps + 2)));
    Ball ratio = Ball.hull(least, over.of(1));
    Ball inverse = over.divide(over.of(1), c);
    for (long i = steps; i > 0; i--) {
      Context.checkpoint();
      Ball sum = over.add(over.multiply(over.of(twiceMu + 2 * i), inverse), ratio);
      ratio = over.divide(over.of(1), sum);
    }
    return ratio;
  }

  /**
   * K_(mu+1)(c)/K_mu(c), upward from an order at which little is known of it, or from -1/2.
   *
   * @param steps at most mu + 1/2
   */
  static Ball ratioOfSecondKind(BallArithmetic over, Ball c, long twiceMu, long steps) {
    Ball ratio = over.of(1);
    if (2 * steps <= twiceMu) {
      Ball most = over.add(ratio, over.divide(over.of(twiceMu - 2 * steps), c));
      ratio = Ball.hull(ratio, most);
    }
    Ball inverse = over.divide(over.of(1), c);
    for (long i = steps - 1; i >= 0; i--) {
      Context.checkpoint();
      Ball step = over.multiply(over.of(twiceMu - 2 * i), inverse);
      ratio = over.add(over.divide(over.of(1), ratio), step);
    }
    return ratio;
  }
}
