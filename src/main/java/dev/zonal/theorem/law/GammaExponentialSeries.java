package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.tail.RationalKnowledge;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gamma-exponential kernel exp(-c r^gamma), 0 &lt; gamma &lt; 2: A_(gamma n) = (-c)^n/n!, and
 * nothing at the antipode, where it is an even function of the antipodal chord (docs/theory.md,
 * Proposition 12.10).
 */
record GammaExponentialSeries(Structure.Radial kernel, int dimension) implements ChordSeries {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(96);

  /** So many powers of 1/K are kept, but no more than some number of terms. */
  private static final int KEPT_ORDER = 4;

  private static final long MOST_KEPT = 24;

  private static final int NEGLIGIBLE_BITS = 40;

  private static final int MOST_RATIONAL = 64;

  private static final int FARTHEST_FIRST = 100_000;

  /** Expansions with more terms below s = 2 k0 are not tried. */
  private static final long MOST_TERMS = 1L << 60;

  @Override
  public List<ChordTerm> terms(int bits, int count) {
    BallArithmetic over = BallArithmetic.ofBits(bits + Precision.PRODUCTS);
    Ball minusC = over.negate(kernel.rate().in(over));
    Ball weight = over.of(1);
    List<ChordTerm> terms = new ArrayList<>();
    for (long n = 1; terms.size() < count; n++) {
      Context.checkpoint();
      weight = over.divide(over.multiply(weight, minusC), over.of(n));
      if (!isEven(exponent(n))) {
        terms.add(new ChordTerm(exponent(n), weight, Ball.exact(0)));
      }
    }
    return terms;
  }

  @Override
  public Optional<ChordTerm> first(int bits) {
    Rational index = Rational.ONE.divide(kernel.power());
    if (!index.isInteger()) {
      return Optional.of(ChordTerm.zero(Rational.ONE));
    }
    return Optional.of(index)
        .filter(n -> n.compareTo(FARTHEST_FIRST) <= 0)
        .map(n -> terms(bits, n.intValue()).get(n.intValue() - 1));
  }

  /** (-c)^n/n! for s = gamma n. */
  @Override
  public Optional<Rational> rational(Chart end, Rational s) {
    Rational index = s.divide(kernel.power());
    if (end == Chart.ANTIPODAL_CHORD || !index.isInteger()) {
      return Optional.of(Rational.ZERO);
    }
    return Optional.of(index)
        .filter(n -> n.compareTo(MOST_RATIONAL) <= 0)
        .flatMap(n -> rational(n.intValue()));
  }

  private Optional<Rational> rational(int n) {
    return kernel
        .rate()
        .in(RationalKnowledge.ARITHMETIC)
        .map(
            c -> {
              Rational weight = Rational.ONE;
              for (int i = 1; i <= n; i++) {
                weight = weight.multiply(c.negate()).divide(i);
              }
              return weight;
            });
  }

  @Override
  public Rational relativeOrder() {
    return kernel.power();
  }

  private Rational exponent(long n) {
    return kernel.power().multiply(n);
  }

  private static boolean isEven(Rational s) {
    return s.divide(2).isInteger();
  }

  /**
   * The least integer at least x, for x &gt;= 0; some number above {@link #MOST_TERMS} beyond it.
   */
  private static long ceiling(Rational x) {
    BigInteger[] quotient = x.numerator().abs().divideAndRemainder(x.denominator());
    BigInteger least = quotient[1].signum() == 0 ? quotient[0] : quotient[0].add(BigInteger.ONE);
    return least.min(BigInteger.valueOf(MOST_TERMS + 1)).longValue();
  }

  @Override
  public Optional<UniformExpansion> from(Parity parity, long k, int bits) {
    long from = parity.firstFrom(k);
    Rational gamma = kernel.power();
    long kept = Math.min(MOST_KEPT, ceiling(Rational.of(KEPT_ORDER).divide(gamma)));
    Rational order = gamma.multiply(kept);
    long beyond = ceiling(Rational.of(2L).multiply(from).divide(gamma));
    if (beyond <= kept + 1
        || beyond > MOST_TERMS
        || !UniformExpansion.reaches(dimension, from, gamma)) {
      return Optional.empty();
    }
    return rest(from, kept, beyond, order)
        .map(
            rest ->
                new UniformExpansion(
                    dimension, parity, from, terms(bits, parity, kept), rest, order));
  }

  private List<UniformExpansion.Term> terms(int bits, Parity parity, long kept) {
    BallArithmetic over = BallArithmetic.ofBits(bits + Precision.PRODUCTS);
    Rational last = exponent(kept);
    return terms(bits, Math.toIntExact(kept)).stream()
        .filter(t -> t.exponent().compareTo(last) <= 0)
        .map(t -> new UniformExpansion.Term(t.exponent(), t.coefficient(parity, over)))
        .toList();
  }

  /**
   * Y of Proposition 12.10; empty if its condition on k0 fails, or if Y is certainly above 1, so
   * that the expansion says nothing: there are thousands of terms where c is large.
   */
  private Optional<Ball> rest(long from, long kept, long beyond, Rational order) {
    Rational gamma = kernel.power();
    Ball c = OVER.round(kernel.rate().in(OVER));
    Ball x = OVER.multiply(OVER.power(OVER.of(2), gamma), c);
    Rational shifted = new Sphere(dimension).shifted(from);
    Rational half = gamma.divide(2);
    Ball growth =
        OVER.multiply(
            OVER.power(OVER.of(shifted.add(1).divide(shifted)), order),
            OVER.of(half.add(from).add(dimension - 1L).divide(Rational.of(from).subtract(half))));
    Ball step = OVER.divide(OVER.multiply(x, growth), OVER.of(beyond + 1));
    if (!step.certainlyLess(OVER.of(Rational.of(1, 2)))) {
      return Optional.empty();
    }
    Ball leading = OVER.multiply(c, absoluteLambda(from, gamma));
    // c^n/n! |Lambda_k0(gamma n)|, then the bound (2^gamma c)^n/n! of it and of all that follow
    Ball weight = OVER.of(1);
    Ball majorant = OVER.of(1);
    Ball sum = OVER.of(0);
    long n = 1;
    for (; n < beyond; n++) {
      Context.checkpoint();
      weight = OVER.divide(OVER.multiply(weight, c), OVER.of(n));
      majorant = OVER.divide(OVER.multiply(majorant, x), OVER.of(n));
      boolean halves = OVER.multiply(x, OVER.of(2)).certainlyLess(OVER.of(n + 1));
      if (n > kept && halves && majorant.binaryOrder() < leading.binaryOrder() - NEGLIGIBLE_BITS) {
        sum = OVER.add(sum, OVER.multiply(majorant, OVER.of(2)));
        break;
      }
      if (n > kept && !isEven(exponent(n))) {
        sum = OVER.add(sum, OVER.multiply(weight, absoluteLambda(from, exponent(n))));
      }
      if (sum.certainlyGreater(leading)) {
        return Optional.empty();
      }
    }
    Ball last =
        n == beyond
            ? OVER.divide(OVER.multiply(majorant, x), OVER.of(n))
            : OVER.multiply(majorant, OVER.power(OVER.of(2), n - beyond));
    return Optional.of(
        OVER.add(OVER.divide(sum, leading), beyond(beyond, last, order, c, shifted)));
  }

  /**
   * The terms gamma N, gamma (N + 1), ... from 2 k0 on, for all k at once.
   *
   * @param last a bound of x^N/N!
   */
  private Ball beyond(long beyond, Ball last, Rational order, Ball c, Rational shifted) {
    Rational gamma = kernel.power();
    long first = exponent(beyond).divide(2).longValue() + 1;
    Ball ratio = OVER.power(OVER.of(new Sphere(dimension).shifted(first).divide(shifted)), order);
    Ball size = OVER.multiply(OVER.multiply(last, OVER.of(2)), ratio);
    return OVER.divide(size, OVER.multiply(c, absoluteLambda(first, gamma)));
  }

  private Ball absoluteLambda(long k, Rational s) {
    return ChordPowerSpectrum.of(dimension, s).at(k).enclose(OVER).abs();
  }
}
