package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.kernel.OneLayerTerm.Basis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;

/**
 * An eigenvalue of kappa_0(m), kappa_1(m) or m kappa_0(m), m the mean of the cosines of any number
 * of pixels of any number of channels, as an integral of Bessel functions (docs/theory.md, Theorem
 * 21.14):
 *
 * <pre>
 *   2/pi^2 integral over s of K_0(s) s^-e G(s), G(s) = product of Gamma(C/2) (2/t)^nu I_(k+nu)(t),
 * </pre>
 *
 * <p>t = s/q, nu = C/2 - 1. Up to S = qT it is a sum of positive terms, beyond it the expansions
 * for large arguments are integrated.
 *
 * @param function kappa_0 with an odd sum of the frequencies, one of the others with an even one
 * @param channels C, at least 2
 * @param frequencies k_1, ..., k_q
 */
record BesselIntegral(Basis function, int channels, List<Integer> frequencies) {
  /** S; there are some 2S coefficients of every factor. */
  private static final int LARGEST_ARGUMENT = 10_000;

  BesselIntegral {
    frequencies = List.copyOf(frequencies);
    boolean isOdd = frequencies.stream().mapToLong(k -> k).sum() % 2 == 1;
    if (isOdd != function.equals(Basis.KAPPA_0)) {
      throw new IllegalArgumentException(function + " has no infinite series of this parity");
    }
  }

  /** At most S, or the integral is refused before. */
  private int sum() {
    return Math.toIntExact(frequencies.stream().mapToLong(k -> k).sum());
  }

  private int pixels() {
    return frequencies.size();
  }

  /** e. */
  private int power() {
    return function.equals(Basis.KAPPA_0) ? 1 : 2;
  }

  private int largest() {
    return frequencies.stream().mapToInt(k -> k).max().orElseThrow();
  }

  /** A ball that contains the eigenvalue, with a relative accuracy of about the precision. */
  Ball enclose(BallArithmetic over) {
    return Refinement.until(over, bitsLost(over.bits()), this::attempt);
  }

  /** A guess: the eigenvalue is small, and the expansions cancel. */
  private long bitsLost(int bits) {
    double small = (pixels() * (channels - 1.0) + 1) * Math.log(2.0 + largest()) / Math.log(2);
    double squares = frequencies.stream().mapToDouble(k -> (double) k * k).sum();
    return Math.round(small + squares / start(bits)) + 16;
  }

  /** T: the expansions are as good as e^-2T, where T is beyond the orders. */
  private int start(int bits) {
    long start = 3L * bits / 8 + 3L * largest() / 2 + channels + 8;
    if (start * pixels() > LARGEST_ARGUMENT) {
      throw new DomainException(
          "the integral of Bessel functions up to %s is too long; it is computed up to %s"
              .formatted(start * pixels(), LARGEST_ARGUMENT));
    }
    return (int) start;
  }

  private Ball attempt(BallArithmetic over) {
    int start = start(over.bits());
    Parts parts = new Parts(over, start);
    Ball integral = over.add(parts.near(), parts.far());
    Ball value = over.divide(over.scale(integral, Rational.of(2)), over.square(over.pi()));
    boolean hasConstant = function.equals(Basis.KAPPA_1) && sum() == 0;
    return hasConstant ? over.add(value, over.divide(over.of(1), over.pi())) : value;
  }

  /** The two parts of the integral. */
  private final class Parts {
    private final BallArithmetic over;
    private final int start;
    private final Rational end;
    private final LargeArgument zeroth;
    private final LargeArgument first;
    private final LargeArgument product;

    /**
     * Splits at S.
     *
     * @param start T = S/q
     */
    Parts(BallArithmetic over, int start) {
      this.over = over;
      this.start = start;
      this.end = Rational.of((long) start * pixels());
      this.zeroth = LargeArgument.ofMacdonald(over, 0, end);
      this.first = LargeArgument.ofMacdonald(over, 1, end);
      this.product = product();
    }

    private LargeArgument product() {
      LargeArgument one = new LargeArgument(over, List.of(over.of(1)), over.of(0));
      return powers(
          one,
          k -> LargeArgument.ofBessel(over, Rational.of(2L * k + channels - 2, 2), pixels(), end),
          LargeArgument::times);
    }

    /** The product of one factor for each of the frequencies; equal ones by squaring. */
    private <F> F powers(F one, IntFunction<F> factor, BinaryOperator<F> times) {
      F all = one;
      for (int k : new TreeSet<>(frequencies)) {
        F square = factor.apply(k);
        for (int count = Collections.frequency(frequencies, k); count > 0; count /= 2) {
          Context.checkpoint();
          all = count % 2 == 1 ? times.apply(all, square) : all;
          square = count > 1 ? times.apply(square, square) : square;
        }
      }
      return all;
    }

    /** sqrt(pi/(2S)) e^-S times what is left of K_0(S) or K_1(S). */
    private Ball macdonald(LargeArgument own) {
      Ball root = over.sqrt(over.divide(over.pi(), over.of(end.multiply(2))));
      return over.multiply(over.multiply(root, over.exp(over.of(end.negate()))), own.atStart());
    }

    /**
     * The integral from 0 to S: the sum of n^h p_n j_n S^(1-e), p_n the coefficients of G(S y), j_n
     * the integrals of K_0(S y) y^(n-e) over y from 0 to 1.
     */
    Ball near() {
      int last = last();
      List<Ball> coefficients = coefficients(last);
      Ball zero = macdonald(zeroth);
      Ball one = over.scale(macdonald(first), end);
      Ball square = over.of(end.multiply(end));
      // Beyond the last n, 0 <= j <= sqrt(pi/2) S^(-1/2)/(m - 1/2) <= 1, m = n - e + 1.
      Ball moment = over.divide(over.of(1), over.of(2)).inflate(over.of(Rational.of(1, 2)));
      boolean timesN = function.equals(Basis.U_KAPPA_0);
      Ball sum = over.of(0);
      for (int i = coefficients.size() - 1; i >= 0; i--) {
        int n = sum() + 2 * i;
        long m = n - power() + 1L;
        if (m < 1) {
          break;
        }
        Ball above = over.add(over.multiply(square, moment), over.scale(zero, Rational.of(m)));
        moment = over.scale(over.add(above, one), Rational.of(1, m * m));
        Ball term = over.multiply(coefficients.get(i), moment);
        sum = over.add(sum, timesN ? over.scale(term, Rational.of(n)) : term);
      }
      Ball near = over.scale(sum, end.pow(1 - power()));
      return near.inflate(rest(last));
    }

    /** N >= 2S, so that (eS/N)^N is small. */
    private int last() {
      double s = end.doubleValue();
      double n = 2 * s + sum();
      while (n * (Math.log(n / s) - 1) < (over.bits() + 8) * Math.log(2)) {
        n += 1 + s / 64;
      }
      return (int) n;
    }

    /** What the terms beyond N are at most, N >= 2S: 6 S^(N+1)/(N+1)!. */
    private Ball rest(int last) {
      Ball factorial = GammaQuotient.ONE.gamma(2L * last + 4).in(over);
      return over.divide(over.scale(over.of(end.pow(last + 1)), Rational.of(6)), factorial);
    }

    /** The coefficients of G(S y) of the powers s, s + 2, ... up to N. */
    private List<Ball> coefficients(int last) {
      int size = (last - sum()) / 2 + 1;
      return powers(List.of(over.of(1)), k -> factor(k, size), (a, b) -> product(a, b, size));
    }

    /** Those of Gamma(C/2) (2/t)^nu I_(k+nu)(t), t = T y: (T/2)^(k+2j)/(j! (C/2)_(k+j)). */
    private List<Ball> factor(int k, int size) {
      Rational half = Rational.of(start, 2);
      Ball term = over.scale(GammaQuotient.ONE.dividedByRising(channels, k).in(over), half.pow(k));
      List<Ball> terms = new ArrayList<>();
      for (int j = 0; j < size; j++) {
        terms.add(term);
        Rational below = Rational.of(channels + 2L * k + 2L * j, 2).multiply(j + 1L);
        term = over.scale(term, half.multiply(half).divide(below));
      }
      return terms;
    }

    private List<Ball> product(List<Ball> a, List<Ball> b, int size) {
      List<Ball> product = new ArrayList<>();
      for (int n = 0; n < size; n++) {
        Context.checkpoint();
        Ball sum = over.of(0);
        for (int i = Math.max(0, n - b.size() + 1); i <= Math.min(n, a.size() - 1); i++) {
          sum = over.add(sum, over.multiply(a.get(i), b.get(n - i)));
        }
        product.add(sum);
      }
      return product;
    }

    /**
     * The integral from S on of c s^-w times a product of expansions; for m kappa_0 by parts, with
     * K_1 + K_0/s in place of K_0 and without what it is at S. G(0) = 1 is missing in G where no
     * power of s is, and the integral of K_0 s^-2 at most K_0(S)/S.
     */
    Ball far() {
      Rational w = Rational.of(pixels() * (channels - 1L) + 1, 2);
      if (!function.equals(Basis.U_KAPPA_0)) {
        Ball all = integral(zeroth, w.add(power()));
        return sum() > 0 ? all : all.inflate(over.divide(macdonald(zeroth), over.of(end)));
      }
      LargeArgument kernel = first.plus(zeroth.timesInverse(end.reciprocal()));
      Ball boundary = integral(w, zeroth.times(product).atStart());
      return over.subtract(
          integral(kernel, w.add(1)), over.divide(boundary, over.of(end.multiply(end))));
    }

    private Ball integral(LargeArgument kernel, Rational w) {
      return integral(w, kernel.times(product).integral(w));
    }

    /** The factor c S^(1-w) of an integral; c S^-w is that of K G at S for w without e. */
    private Ball integral(Rational w, Ball own) {
      int q = pixels();
      Ball gamma = over.power(GammaQuotient.ONE.gamma(channels).in(over), q);
      Ball two = over.power(over.sqrt(over.of(Rational.of(2L * q))), (long) q * (channels - 2));
      Ball perPi = over.power(over.sqrt(over.divide(over.of(Rational.of(q, 2)), over.pi())), q);
      Ball half = over.sqrt(over.scale(over.pi(), Rational.of(1, 2)));
      Ball power =
          over.power(over.sqrt(over.of(end)), Rational.ONE.subtract(w).multiply(2).longValue());
      Ball factor = over.multiply(over.multiply(gamma, two), over.multiply(perPi, half));
      return over.multiply(over.multiply(factor, power), own);
    }
  }
}
