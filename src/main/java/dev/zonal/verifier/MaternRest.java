package dev.zonal.verifier;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.absolute;
import static dev.zonal.verifier.document.Balls.half;
import static dev.zonal.verifier.document.Balls.lambda;
import static dev.zonal.verifier.document.Balls.minus;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.Digamma;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.kernel.Structure;
import dev.zonal.verifier.document.Balls;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a Matern kernel whose smoothness is no half of an odd integer, and the bound Y of all
 * but the first (docs/theory.md, Proposition 12.14).
 *
 * @param d the dimension
 * @param from k0
 */
record MaternRest(Structure.Bessel kernel, int d, long from) {
  private static final Rational QUARTER = Rational.of(1, 4);

  /** Terms smaller than the leading one by so many bits are bounded together. */
  private static final int NEGLIGIBLE_BITS = 40;

  private Rational nu() {
    return kernel.smoothness();
  }

  private Rational exponent(long j) {
    return nu().add(j).multiply(2);
  }

  private Ball cSquared() {
    return kernel.rate().squareIn(OVER);
  }

  /** The first terms c_j. */
  List<Tail.Term> terms(int count) {
    List<Tail.Term> terms = new ArrayList<>();
    Ball relative = ONE;
    Ball first = leading();
    for (int j = 0; j < count; j++) {
      terms.add(new Tail.Term(exponent(j), product(first, relative)));
      relative = product(relative, quotient(cSquared(), Balls.of(divisor(j).multiply(4))));
    }
    return terms;
  }

  /** (j+1) (j+1+nu). */
  private Rational divisor(long j) {
    return Rational.of(j + 1).multiply(nu().add(j + 1));
  }

  /** c_0. */
  private Ball leading() {
    GammaFunction gamma = new GammaFunction(OVER);
    Ball power = Balls.power(quotient(kernel.rate().in(OVER), Ball.exact(2)), exponent(0));
    Ball beyond = gamma.gamma(nu().add(1));
    if (!nu().isInteger()) {
      Ball ratio = quotient(gamma.gamma(Rational.ONE.subtract(nu())), beyond);
      return OVER.negate(product(ratio, power));
    }
    Ball size = quotient(product(Ball.exact(2), power), product(gamma.gamma(nu()), beyond));
    return nu().numerator().testBit(0) ? size : OVER.negate(size);
  }

  /** N, the least integer at least k0 - nu. */
  private long beyond() {
    Rational distance = Rational.of(from).subtract(nu());
    long floor = distance.floor().longValueExact();
    return distance.isInteger() ? floor : floor + 1;
  }

  /** (K/K0)^p. */
  private Ball growth(long k, int kept) {
    Rational ratio = half(2 * k + d - 2).divide(half(2 * from + d - 2));
    return Balls.power(Balls.of(ratio), Rational.of(2L * kept));
  }

  /** The hypotheses on k0. */
  boolean applies(int kept) {
    Rational above = Rational.of(from).subtract(nu());
    if (kept < 1 || above.signum() <= 0 || beyond() < kept) {
      return false;
    }
    Rational step = nu().add(from).add(d - 1L).divide(above);
    Rational divisor = Rational.of(from + 1).multiply(above.add(1));
    Ball ratio = product(cSquared(), growth(from + 1, kept), Balls.of(step.divide(divisor)));
    return ratio.certainlyLess(Balls.of(QUARTER));
  }

  /** The bound Y, where the hypotheses hold. */
  Ball rest(int kept) {
    Ball first = size(from);
    long end = beyond();
    Ball majorant = Balls.power(Ball.exact(2), exponent(0));
    Ball relative = ONE;
    Ball sum = Balls.ZERO;
    long j = 0;
    for (; j < end; j++) {
      boolean halves = product(Ball.exact(2), cSquared()).certainlyLess(Balls.of(divisor(j)));
      if (j >= kept
          && halves
          && majorant.binaryOrder() < first.binaryOrder() - NEGLIGIBLE_BITS) {
        sum = sum(sum, quotient(product(Ball.exact(2), majorant), first));
        break;
      }
      if (j >= kept) {
        Ball power = absolute(lambda(d, exponent(j), from));
        sum = sum(sum, quotient(product(relative, power), first));
      }
      relative = product(relative, quotient(cSquared(), Balls.of(divisor(j).multiply(4))));
      majorant = product(majorant, quotient(cSquared(), Balls.of(divisor(j))));
    }
    // From the term where the loop ended the majorants at least halve.
    Ball last = majorant.shifted(j - end);
    long next = nu().add(end).floor().longValueExact() + 1;
    Ball further = quotient(product(last, growth(next, kept)), size(next));
    return sum(
        sum,
        nu().isInteger()
            ? product(further, logarithm(end))
            : sum(product(Ball.exact(2), further), evenPowers(first)));
  }

  /** |Lambda_k(2nu)|. */
  private Ball size(long k) {
    return absolute(lambda(d, exponent(0), k));
  }

  /** |2 log(c/2) - psi(N+1) - psi(k0+1)| + 3. */
  private Ball logarithm(long end) {
    Digamma psi = new Digamma(OVER);
    Ball logarithm = OVER.log(quotient(cSquared(), Ball.exact(4)));
    Ball derivatives = sum(psi.at(Rational.of(end + 1)), psi.at(Rational.of(from + 1)));
    return sum(absolute(minus(logarithm, derivatives)), Ball.exact(3));
  }

  /** 2 c^(2 k0)/(k0! |(1-nu)_k0| |c_0 Lambda_k0(2nu)|), or a bound of it. */
  private Ball evenPowers(Ball first) {
    Ball below = product(absolute(leading()), first);
    Ball majorant = ONE;
    long j = 0;
    for (; j < from; j++) {
      Rational divisor = Rational.of(j + 1).multiply(Rational.of(j + 1).subtract(nu()));
      boolean halves = product(Ball.exact(2), cSquared()).certainlyLess(Balls.of(divisor));
      if (halves && majorant.binaryOrder() < below.binaryOrder() - NEGLIGIBLE_BITS) {
        break;
      }
      majorant = product(majorant, quotient(cSquared(), Balls.of(divisor)));
    }
    Ball size = absolute(majorant).shifted(j - from);
    return quotient(product(Ball.exact(2), size), below);
  }
}
