package dev.zonal.verifier.tail;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.ZERO;
import static dev.zonal.verifier.document.Balls.absolute;
import static dev.zonal.verifier.document.Balls.half;
import static dev.zonal.verifier.document.Balls.kappa;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Structure;
import dev.zonal.verifier.document.Balls;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of eigenvalues (q + k(k+d-2))^-sigma, and the bound Y of all but the first
 * (docs/theory.md, Theorem 15.3 and Corollary 15.4).
 *
 * @param sigma the exponent
 * @param a (d-2)^2/4 - q
 * @param d the dimension
 * @param from k0
 */
public record LaplacianPowerRest(Rational sigma, Rational a, int d, long from) {
  /** N - J: so many more coefficients are enclosed, and the others bounded together. */
  private static final int MORE = 48;

  public static LaplacianPowerRest of(Structure.LaplacianPower power, int d, long from) {
    Rational a = half(d - 2L).pow(2).subtract(power.shift());
    return new LaplacianPowerRest(power.exponent(d), a, d, from);
  }

  private Rational exponent(int j) {
    return sigma.add(j).multiply(2).subtract(d - 1L);
  }

  /** The first terms c_j. */
  public List<Tail.Term> terms(int count) {
    List<Ball> gamma = gamma(count);
    List<Tail.Term> terms = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      Ball weight = product(gamma.get(j), rising(j));
      terms.add(new Tail.Term(exponent(j), quotient(weight, kappa(d, exponent(j)))));
    }
    return terms;
  }

  /** (2 sigma)_{2j}. */
  private Ball rising(int j) {
    Ball product = ONE;
    for (int i = 0; i < 2 * j; i++) {
      product = product(product, Balls.of(sigma.multiply(2).add(i)));
    }
    return product;
  }

  /** The hypotheses: J^2 is at least a, and 2 k0 above s_J. */
  public boolean applies(int kept) {
    return kept >= 1
        && from >= 1
        && a.compareTo((long) kept * kept) <= 0
        && exponent(kept).compareTo(2 * from) < 0;
  }

  /** The bound Y, where the hypotheses hold. */
  public Ball rest(int kept) {
    List<Ball> gamma = gamma(kept + MORE);
    Ball least = bound(gamma, kept, Rational.of(3));
    for (long divisor = 2; divisor <= 32; divisor *= 2) {
      Ball other = bound(gamma, kept, Rational.of(3, divisor));
      least = other.certainlyLess(least) ? other : least;
    }
    Ball rest = product(least, rising(kept));
    Rational start = half(2 * from + d - 2);
    for (int j = 0; j < kept; j++) {
      Rational root = sigma.add(half(2L * j + 1));
      rest = quotient(rest, Balls.of(start.pow(2).subtract(root.pow(2))));
    }
    return rest;
  }

  /** C_J with w_1 as it is given and rho = 5 w_1/4. */
  private Ball bound(List<Ball> gamma, int kept, Rational meeting) {
    Ball near = ZERO;
    Ball far = product(real(meeting), power(meeting, -kept));
    for (int j = 0; j < gamma.size(); j++) {
      Ball size = product(absolute(gamma.get(j)), power(meeting, j - kept));
      near = j < kept ? near : sum(near, size);
      far = j < kept ? sum(far, size) : far;
    }
    Rational radius = meeting.multiply(Rational.of(5, 4));
    Ball last = product(power(meeting, gamma.size() - kept), power(radius, -gamma.size()));
    near = sum(near, product(Ball.exact(5), circle(radius), last));
    return Ball.hull(near, far);
  }

  /** M. */
  private Ball circle(Rational radius) {
    Ball root = OVER.sqrt(Balls.of(radius));
    Ball angle = OVER.asin(root.shifted(-1)).shifted(1);
    return product(ratio(angle, root), cosh(product(OVER.sqrt(Balls.of(a.abs())), angle)));
  }

  /** B. */
  private Ball real(Rational w) {
    Ball root = OVER.sqrt(Balls.of(w));
    Ball cosine = OVER.sqrt(Balls.of(w.divide(4).add(1)));
    Ball t = OVER.log(sum(root.shifted(-1), cosine)).shifted(1);
    Ball growth = a.signum() > 0 ? cosh(product(OVER.sqrt(Balls.of(a)), t)) : ONE;
    return product(ratio(t, root), growth);
  }

  private Ball ratio(Ball above, Ball below) {
    return Balls.power(quotient(above, below), sigma.multiply(2).subtract(1));
  }

  private static Ball cosh(Ball x) {
    return sum(OVER.exp(x), OVER.exp(OVER.negate(x))).shifted(-1);
  }

  private static Ball power(Rational base, long exponent) {
    return OVER.power(Balls.of(base), exponent);
  }

  /** The coefficients of G: of (t^2/w)^(sigma-1/2) times 0F1, by Horner's rule in t^2. */
  private List<Ball> gamma(int count) {
    List<Rational> square = square(count);
    List<Ball> bessel = new ArrayList<>(List.of(ONE));
    for (int n = count - 1; n >= 1; n--) {
      // 1 + a t^2/(4 n (sigma+n-1/2)) times what there is
      Rational factor = a.divide(sigma.add(half(2L * n - 1)).multiply(4L * n));
      List<Ball> next = new ArrayList<>(List.of(ONE));
      for (int i = 1; i < count; i++) {
        Ball term = ZERO;
        for (int j = 0; j < i && j < bessel.size(); j++) {
          term = sum(term, product(Balls.of(square.get(i - 1 - j)), bessel.get(j)));
        }
        next.add(product(Balls.of(factor), term));
      }
      bessel = next;
    }
    List<Ball> power = power(square, sigma.subtract(half(1)));
    List<Ball> gamma = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Ball term = ZERO;
      for (int j = 0; j <= i && j < bessel.size(); j++) {
        term = sum(term, product(power.get(i - j), bessel.get(j)));
      }
      gamma.add(term);
    }
    return gamma;
  }

  /** The coefficients of t^2/w: 2 (-1)^n/((n+1)^2 binomial(2n+2, n+1)). */
  private static List<Rational> square(int count) {
    List<Rational> square = new ArrayList<>();
    BigInteger binomial = BigInteger.TWO;
    for (long n = 1; n <= count; n++) {
      BigInteger below = binomial.multiply(BigInteger.valueOf(n * n));
      square.add(Rational.of(BigInteger.valueOf(n % 2 == 1 ? 2 : -2), below));
      BigInteger above = binomial.multiply(BigInteger.valueOf(2 * (2 * n + 1)));
      binomial = above.divide(BigInteger.valueOf(n + 1));
    }
    return square;
  }

  /** A power of a series that begins with 1: n y_n = sum of (i (e+1) - n) x_i y_(n-i). */
  private static List<Ball> power(List<Rational> x, Rational e) {
    List<Ball> y = new ArrayList<>(List.of(ONE));
    for (int n = 1; n < x.size(); n++) {
      Ball term = ZERO;
      for (int i = 1; i <= n; i++) {
        Rational factor = e.add(1).multiply(i).subtract(n).divide(n).multiply(x.get(i));
        term = sum(term, product(Balls.of(factor), y.get(n - i)));
      }
      y.add(term);
    }
    return y;
  }
}
