package dev.zonal.spectrum.spectral;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The powers (q + k(k+d-2))^-sigma = (K^2 - a)^-sigma, K = k + (d-2)/2, expanded in the eigenvalues
 * of powers of the chord (docs/theory.md, Theorem 15.3): with L_m(K) = Gamma(K+(1-m)/2)/
 * Gamma(K+(1+m)/2), which Lambda_k(m-d+1) is a multiple of,
 *
 * <pre>
 *   |(K^2 - a)^-sigma - Sum_{j&lt;J} gamma_j (2 sigma)_{2j} L_{2 sigma+2j}(K)|
 *       &lt;= C_J (2 sigma)_{2J} L_{2 sigma+2J}(K)    for K &gt; sigma + J - 1/2.
 * </pre>
 *
 * <p>The gamma_j are the coefficients of G(w) = (t/v)^(2 sigma-1) 0F1(sigma+1/2; a t^2/4), w = v^2,
 * v = 2 sinh(t/2), as a power series in w.
 */
public final class LaplacianPowerExpansion {
  /** Further coefficients that the bound of a rest is made of, the last of which hardly counts. */
  private static final int MORE = 48;

  /** The points where the bounds of a rest for small and for large w meet: 3, 3/2, 3/4, ... */
  private static final int MEETINGS = 6;

  private final BallArithmetic over;
  private final int dimension;
  private final Rational sigma;
  private final Rational a;
  private final List<Ball> gamma;

  private LaplacianPowerExpansion(
      BallArithmetic over, int dimension, Rational sigma, Rational a, int count) {
    this.over = over;
    this.dimension = dimension;
    this.sigma = sigma;
    this.a = a;
    this.gamma = coefficients(count);
  }

  /**
   * The expansion on one sphere.
   *
   * @param power with sigma &gt; (d-1)/2
   * @param terms the number J of terms
   */
  public static LaplacianPowerExpansion of(
      BallArithmetic over, int dimension, Structure.LaplacianPower power, int terms) {
    Rational half = Rational.of(dimension - 2L, 2L);
    Rational a = half.pow(2).subtract(power.shift());
    return new LaplacianPowerExpansion(over, dimension, power.exponent(dimension), a, terms + MORE);
  }

  /** The least number of terms for which the rest is bounded: J^2 &gt;= a. */
  public static int leastTerms(int dimension, Structure.LaplacianPower power) {
    Rational half = Rational.of(dimension - 2L, 2L);
    Rational a = half.pow(2).subtract(power.shift());
    return a.signum() <= 0 ? 1 : a.floor().sqrt().intValueExact() + 1;
  }

  /** The series in x = v/2, whose radius of convergence is 1, for level coefficients. */
  private List<Ball> coefficients(int count) {
    int lost = (int) Math.min(1 << 20, 4 * Math.sqrt(a.abs().doubleValue()));
    BallArithmetic fine = BallArithmetic.ofBits(over.bits() + lost + 32);
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(fine, 2 * count + 1);
    PowerSeries<Ball> x = series.variable(fine.of(1));
    PowerSeries<Ball> one = series.of(1);
    PowerSeries<Ball> slope = series.power(series.add(one, series.square(x)), Rational.of(-1, 2));
    // t/2 is the area sine of x, and t/v its quotient by x.
    PowerSeries<Ball> half = series.integral(slope, fine.of(0));
    PowerSeries<Ball> ratio = series.power(series.divide(half, x), sigma.multiply(2).subtract(1));
    PowerSeries<Ball> square = series.scale(series.square(half), a);
    PowerSeries<Ball> bessel = one;
    for (int n = count; n >= 1; n--) {
      Context.checkpoint();
      Rational below = sigma.add(Rational.of(2L * n - 1, 2L)).multiply(n);
      bessel = series.add(one, series.scale(series.multiply(square, bessel), below.reciprocal()));
    }
    PowerSeries<Ball> product = series.multiply(ratio, bessel);
    List<Ball> result = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      result.add(over.round(product.coefficient(2 * j).shifted(-2L * j)));
    }
    return List.copyOf(result);
  }

  /** s_j = 2 sigma + 2j - d + 1. */
  public Rational exponent(int j) {
    return sigma.add(j).multiply(2).subtract(dimension - 1L);
  }

  /** gamma_j (2 sigma)_{2j}, the coefficient of L_{2 sigma+2j}(K). */
  public Ball weight(int j) {
    return over.multiply(gamma.get(j), rising(j));
  }

  private Ball rising(int j) {
    Ball product = over.of(1);
    for (int i = 0; i < 2 * j; i++) {
      product = over.scale(product, sigma.multiply(2).add(i));
    }
    return product;
  }

  /** c_j, the coefficient of Lambda_k(s_j), or of Lambda_k'(s_j) where s_j is an even integer. */
  public Ball coefficient(int j) {
    return over.divide(weight(j), ChordPowerSpectrum.limit(over, dimension, exponent(j)));
  }

  /**
   * A ball whose upper end is at least C_J (2 sigma)_{2J}.
   *
   * @param terms J, for which there are coefficients
   * @return empty unless J^2 &gt;= a
   */
  public Optional<Ball> rest(int terms) {
    if (a.compareTo((long) terms * terms) > 0) {
      return Optional.empty();
    }
    Ball least = bound(terms, Rational.of(3));
    for (int i = 1; i < MEETINGS; i++) {
      Ball other = bound(terms, Rational.of(3, 1L << i));
      least = other.certainlyLess(least) ? other : least;
    }
    return Optional.of(over.multiply(least, rising(terms)));
  }

  /** C_J, by a bound of |G - Sum_{j&lt;J} gamma_j w^j| w^-J up to w_1 and one from there on. */
  private Ball bound(int terms, Rational meeting) {
    Ball near = over.of(0);
    Ball far = over.of(0);
    for (int j = 0; j < gamma.size(); j++) {
      Ball size = over.multiply(gamma.get(j).abs(), power(meeting, j - terms));
      if (j < terms) {
        far = over.add(far, size);
      } else {
        near = over.add(near, size);
      }
    }
    near = over.add(near, beyond(terms, meeting));
    far = over.add(far, over.multiply(real(meeting), power(meeting, -terms)));
    return Ball.hull(near, far);
  }

  /** What the coefficients beyond those known add: a geometric series with the ratio 4/5. */
  private Ball beyond(int terms, Rational meeting) {
    Rational radius = meeting.multiply(Rational.of(5, 4));
    Ball last = over.multiply(power(meeting, gamma.size() - terms), power(radius, -gamma.size()));
    return over.scale(over.multiply(last, onCircle(radius)), Rational.of(5));
  }

  /** A bound of |G| on |w| = rho, rho &lt; 4. */
  private Ball onCircle(Rational radius) {
    Ball root = over.sqrt(over.of(radius));
    Ball angle = over.asin(root.shifted(-1)).shifted(1);
    Ball ratio = over.power(over.divide(angle, root), sigma.multiply(2).subtract(1));
    return over.multiply(ratio, cosh(over.multiply(angle, over.sqrt(over.of(a.abs())))));
  }

  /** A bound of |G| at w; w^-J times it does not increase with w if J^2 &gt;= a. */
  private Ball real(Rational w) {
    Ball half = over.sqrt(over.of(w)).shifted(-1);
    Ball t = over.log(over.add(half, over.sqrt(over.of(w.divide(4).add(1))))).shifted(1);
    Ball ratio = over.power(over.divide(t, half.shifted(1)), sigma.multiply(2).subtract(1));
    return a.signum() <= 0
        ? ratio
        : over.multiply(ratio, cosh(over.multiply(t, over.sqrt(over.of(a)))));
  }

  private Ball cosh(Ball x) {
    return over.add(over.exp(x), over.exp(over.negate(x))).shifted(-1);
  }

  private Ball power(Rational base, long exponent) {
    return over.power(over.of(base), exponent);
  }
}
