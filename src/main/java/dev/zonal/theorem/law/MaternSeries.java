package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Digamma;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.context.Context;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Matern kernels whose smoothness nu is no half of an odd integer: besides even powers of the
 * chord they have c_j r^(2nu+2j), times log r where nu is an integer, with c_j/c_0 = (c/2)^(2j)/(j!
 * (1+nu)_j), and nothing at the antipode (docs/theory.md, Proposition 12.14).
 */
record MaternSeries(Structure.Bessel kernel, int dimension) implements ChordSeries {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(96);

  /** So many terms are kept, J. */
  private static final int KEPT = 2;

  private static final int NEGLIGIBLE_BITS = 40;

  /** Expansions with more terms below s = 2 k0 are not tried. */
  private static final long MOST_TERMS = 1L << 60;

  private Rational nu() {
    return kernel.smoothness();
  }

  private Rational exponent(long j) {
    return nu().add(j).multiply(2);
  }

  @Override
  public List<ChordTerm> terms(int bits, int count) {
    BallArithmetic over = BallArithmetic.ofBits(bits + Precision.PRODUCTS);
    Ball quarter = kernel.rate().squareIn(over).shifted(-2);
    Ball coefficient = leading(over);
    List<ChordTerm> terms = new ArrayList<>();
    for (long j = 0; j < count; j++) {
      terms.add(new ChordTerm(exponent(j), coefficient, Ball.exact(0)));
      coefficient = over.divide(over.multiply(coefficient, quarter), over.of(divisor(j)));
    }
    return terms;
  }

  /** (j+1) (j+1+nu), by which a coefficient is divided for the next. */
  private Rational divisor(long j) {
    return nu().add(j + 1).multiply(j + 1);
  }

  /** c_0: -Gamma(1-nu)/Gamma(1+nu) (c/2)^(2nu), or 2 (-1)^(n+1)/((n-1)! n!) (c/2)^(2n). */
  private Ball leading(BallArithmetic over) {
    GammaFunction gamma = new GammaFunction(over);
    Ball power = over.power(kernel.rate().in(over).shifted(-1), nu().multiply(2));
    if (nu().isInteger()) {
      Ball size =
          over.divide(power.shifted(1), over.multiply(gamma.gamma(nu()), gamma.gamma(nu().add(1))));
      return nu().divide(2).isInteger() ? over.negate(size) : size;
    }
    Ball quotient = over.divide(gamma.gamma(nu().negate().add(1)), gamma.gamma(nu().add(1)));
    return over.negate(over.multiply(quotient, power));
  }

  /** No coefficient is taken to be rational; those of all other powers are zero. */
  @Override
  public Optional<Rational> rational(Chart end, Rational s) {
    Rational index = s.divide(2).subtract(nu());
    boolean isTerm = end == Chart.CHORD && index.isInteger() && index.signum() >= 0;
    return isTerm ? Optional.empty() : Optional.of(Rational.ZERO);
  }

  @Override
  public Optional<String> note() {
    return nu().isInteger() ? Optional.of("A_s is the coefficient of r^s log r") : Optional.empty();
  }

  @Override
  public Optional<UniformExpansion> from(Parity parity, long k, int bits) {
    long from = parity.firstFrom(k);
    Rational beyond = Rational.of(from).subtract(nu());
    if (beyond.compareTo(KEPT) < 0
        || beyond.compareTo(MOST_TERMS) > 0
        || !UniformExpansion.reaches(dimension, from, exponent(0))) {
      return Optional.empty();
    }
    Rational order = Rational.of(2L * KEPT);
    BallArithmetic over = BallArithmetic.ofBits(bits + Precision.PRODUCTS);
    List<UniformExpansion.Term> terms =
        terms(bits, KEPT).stream()
            .map(t -> new UniformExpansion.Term(t.exponent(), t.coefficient(parity, over)))
            .toList();
    return new Rest(from, ceiling(beyond), order)
        .bound()
        .map(rest -> new UniformExpansion(dimension, parity, from, terms, rest, order));
  }

  /** The least integer at least x, for x &gt;= 0. */
  private static long ceiling(Rational x) {
    BigInteger floor = x.floor();
    return (x.isInteger() ? floor : floor.add(BigInteger.ONE)).longValueExact();
  }

  /**
   * The bound Y of Proposition 12.14 for k0 = from, p = order, and N = beyond, from which on the
   * exponents are at least 2 k0.
   */
  private final class Rest {
    private final long from;
    private final long beyond;
    private final Rational order;
    private final Ball cSquared = kernel.rate().squareIn(OVER);
    private final Rational shifted;

    Rest(long from, long beyond, Rational order) {
      this.from = from;
      this.beyond = beyond;
      this.order = order;
      this.shifted = new Sphere(dimension).shifted(from);
    }

    /** Y; empty if the condition on k0 fails, or if Y is certainly above 1. */
    Optional<Ball> bound() {
      Rational step = nu().add(from).add(dimension - 1L).divide(Rational.of(from).subtract(nu()));
      Ball growth = OVER.multiply(power(shifted.add(1)), OVER.of(step));
      Rational divisor = Rational.of(from + 1).subtract(nu()).multiply(from + 1);
      Ball ratio = OVER.divide(OVER.multiply(cSquared, growth), OVER.of(divisor));
      return ratio.certainlyLess(OVER.of(Rational.of(1, 4))) ? sum() : Optional.empty();
    }

    /** The terms below N at k0, then all others. */
    private Optional<Ball> sum() {
      Ball first = singular(from);
      Ball quarter = cSquared.shifted(-2);
      Ball term = OVER.of(1);
      // 2^(2nu) c^(2j)/(j! (1+nu)_j)
      Ball majorant = OVER.power(OVER.of(2), exponent(0));
      Ball sum = OVER.of(0);
      for (long j = 0; j < beyond; j++) {
        Context.checkpoint();
        boolean halves = cSquared.shifted(1).certainlyLess(OVER.of(divisor(j)));
        if (j >= KEPT && halves && majorant.binaryOrder() < first.binaryOrder() - NEGLIGIBLE_BITS) {
          sum = OVER.add(sum, OVER.divide(majorant.shifted(1), first));
          return Optional.of(OVER.add(sum, beyond(majorant.shifted(j - beyond), first)));
        }
        sum = j >= KEPT ? OVER.add(sum, term.abs()) : sum;
        if (sum.certainlyGreater(OVER.of(1))) {
          return Optional.empty();
        }
        Ball divided = OVER.divide(OVER.multiply(term, quarter), OVER.of(divisor(j)));
        // There is no power beyond s = 2 k0 to go to from the last.
        term =
            j + 1 < beyond
                ? ChordPowerSpectrum.raise(OVER, divided, dimension, from, exponent(j))
                : term;
        majorant = OVER.divide(OVER.multiply(majorant, cSquared), OVER.of(divisor(j)));
      }
      return Optional.of(OVER.add(sum, beyond(majorant, first)));
    }

    /**
     * What is not a power below 2 k0, for all k at once.
     *
     * @param majorant a bound of 2^(2nu) c^(2N)/(N! (1+nu)_N)
     */
    private Ball beyond(Ball majorant, Ball first) {
      long next = nu().add(beyond).floor().longValueExact() + 1;
      Rational shiftedNext = new Sphere(dimension).shifted(next);
      Ball singular = OVER.divide(OVER.multiply(majorant, power(shiftedNext)), singular(next));
      return nu().isInteger()
          ? OVER.multiply(singular, OVER.add(bracket().abs(), OVER.of(3)))
          : OVER.add(singular.shifted(1), evenPowers(first));
    }

    /** 2 log(c/2) - psi(N+1) - psi(k0+1). */
    private Ball bracket() {
      Digamma psi = new Digamma(OVER);
      Ball sum = OVER.add(psi.at(Rational.of(beyond + 1)), psi.at(Rational.of(from + 1)));
      return OVER.subtract(OVER.log(cSquared.shifted(-2)), sum);
    }

    /** 2 c^(2 k0)/(k0! |(1-nu)_k0| |c_0| |Lambda_k0(2nu)|), or a bound of it. */
    private Ball evenPowers(Ball first) {
      Ball majorant = OVER.of(1);
      Ball denominator = OVER.multiply(leading(OVER).abs(), first);
      for (long j = 0; j < from; j++) {
        Context.checkpoint();
        Rational divisor = Rational.of(j + 1).subtract(nu()).multiply(j + 1);
        boolean halves = cSquared.shifted(1).certainlyLess(OVER.of(divisor));
        if (halves && majorant.binaryOrder() < denominator.binaryOrder() - NEGLIGIBLE_BITS) {
          majorant = majorant.shifted(j - from);
          break;
        }
        majorant = OVER.divide(OVER.multiply(majorant, cSquared), OVER.of(divisor));
      }
      return OVER.divide(majorant.abs().shifted(1), denominator);
    }

    /** (K/K0)^p. */
    private Ball power(Rational k) {
      return OVER.power(OVER.of(k.divide(shifted)), order);
    }

    /** |Lambda_k(2nu)|, of its derivative where nu is an integer. */
    private Ball singular(long k) {
      return ChordPowerSpectrum.singular(dimension, exponent(0)).at(k).enclose(OVER).abs();
    }
  }
}
