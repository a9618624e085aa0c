package dev.zonal.verifier.tail;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.absolute;
import static dev.zonal.verifier.document.Balls.half;
import static dev.zonal.verifier.document.Balls.lambda;
import static dev.zonal.verifier.document.Balls.minus;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.Digamma;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.verifier.document.Balls;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a Matern kernel whose smoothness is no half of an odd integer, and the bound Y of
 * all but the first (docs/theory.md, Proposition 12.14).
 *
 * @param nu the smoothness
 * @param rate c
 * @param d the dimension
 * @param from k0
 */
public record MaternRest(Rational nu, Parameter rate, int d, long from) {
  private static final GammaFunction GAMMA = new GammaFunction(OVER);

  /** Terms smaller than the leading one by so many bits are bounded together. */
  private static final int NEGLIGIBLE_BITS = 40;

  private Rational exponent(long j) {
    return nu.add(j).multiply(2);
  }

  private Ball cSquared() {
    return rate.squareIn(OVER);
  }

  /** The first terms c_j. */
  public List<Tail.Term> terms(int count) {
    List<Tail.Term> terms = new ArrayList<>();
    Ball relative = ONE;
    for (int j = 0; j < count; j++) {
      terms.add(new Tail.Term(exponent(j), product(leading(), relative)));
      relative = product(relative, quotient(cSquared(), Balls.of(divisor(j).multiply(4))));
    }
    return terms;
  }

  /** (j+1) (j+1+nu). */
  private Rational divisor(long j) {
    return Rational.of(j + 1).multiply(nu.add(j + 1));
  }

  /** c_0. */
  private Ball leading() {
    Ball power = Balls.power(rate.in(OVER).shifted(-1), exponent(0));
    Ball beyond = GAMMA.gamma(nu.add(1));
    if (!nu.isInteger()) {
      Ball ratio = quotient(GAMMA.gamma(Rational.ONE.subtract(nu)), beyond);
      return OVER.negate(product(ratio, power));
    }
    Ball size = quotient(power.shifted(1), product(GAMMA.gamma(nu), beyond));
    return nu.numerator().testBit(0) ? size : OVER.negate(size);
  }

  /** N, the least integer at least k0 - nu. */
  private long beyond() {
    return nu.subtract(from).floor().negate().longValueExact();
  }

  /** (K/K0)^p. */
  private Ball growth(long k, int kept) {
    Rational ratio = half(2 * k + d - 2).divide(half(2 * from + d - 2));
    return Balls.power(Balls.of(ratio), Rational.of(2L * kept));
  }

  /** The hypotheses on k0. */
  public boolean applies(int kept) {
    Rational above = Rational.of(from).subtract(nu);
    if (kept < 1 || above.signum() <= 0 || beyond() < kept) {
      return false;
    }
    Rational step = nu.add(from).add(d - 1L).divide(above);
    Rational divisor = Rational.of(from + 1).multiply(above.add(1));
    Ball ratio = product(cSquared(), growth(from + 1, kept), Balls.of(step.divide(divisor)));
    return ratio.certainlyLess(Balls.of(Rational.of(1, 4)));
  }

  /** The bound Y, where the hypotheses hold. */
  public Ball rest(int kept) {
    Ball first = size(from);
    long end = beyond();
    Ball scale = Balls.power(Ball.exact(2), exponent(0));
    Ball relative = ONE;
    Ball sum = Balls.ZERO;
    for (long j = 0; j < end; j++) {
      Ball majorant = product(scale, relative.shifted(2 * j));
      if (j >= kept
          && cSquared().shifted(1).certainlyLess(Balls.of(divisor(j)))
          && majorant.binaryOrder() < first.binaryOrder() - NEGLIGIBLE_BITS) {
        sum = sum(sum, quotient(majorant.shifted(1), first));
        break;
      }
      if (j >= kept) {
        sum = sum(sum, quotient(absolute(product(relative, lambda(d, exponent(j), from))), first));
      }
      relative = product(relative, quotient(cSquared(), Balls.of(divisor(j).multiply(4))));
    }
    long next = nu.add(end).floor().longValueExact() + 1;
    Ball last = product(scale, majorant(end, nu), growth(next, kept));
    Ball further = quotient(last, size(next));
    if (nu.isInteger()) {
      return sum(sum, product(further, logarithm(end)));
    }
    // |(1-nu)_k0 c_0| = Gamma(k0+1-nu)/Gamma(1+nu) (c/2)^(2nu)
    Ball power = Balls.power(rate.in(OVER).shifted(-1), exponent(0));
    Ball even = quotient(majorant(from, nu.negate()), product(power, first));
    return sum(sum, further.shifted(1), even.shifted(1));
  }

  /** Gamma(1+nu) c^(2j)/(j! Gamma(j+1+a)). */
  private Ball majorant(long j, Rational a) {
    Ball below = product(GAMMA.gamma(Rational.of(j + 1)), GAMMA.gamma(a.add(j + 1)));
    return quotient(product(GAMMA.gamma(nu.add(1)), OVER.power(cSquared(), j)), below);
  }

  /** |Lambda_k(2nu)|. */
  private Ball size(long k) {
    return absolute(lambda(d, exponent(0), k));
  }

  /** |2 log(c/2) - psi(N+1) - psi(k0+1)| + 3. */
  private Ball logarithm(long end) {
    Digamma psi = new Digamma(OVER);
    Ball derivatives = sum(psi.at(Rational.of(end + 1)), psi.at(Rational.of(from + 1)));
    return sum(absolute(minus(OVER.log(cSquared().shifted(-2)), derivatives)), Ball.exact(3));
  }
}
