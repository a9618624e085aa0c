package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The eigenvalues of one parity from k0 on by a few powers of the chord and a proved remainder,
 *
 * <pre>
 *   eta_k = Sum_j c_j Lambda_k(s_j) + c_0 Lambda_k(s_0) y_k,   |y_k| &lt;= Y (K0/K)^p,
 * </pre>
 *
 * <p>with K = k + (d-2)/2 (docs/theory.md, Theorem 12.3 and Propositions 12.9, 12.10, 12.14).
 *
 * @param dimension of the space that the sphere is in, d
 * @param parity of the frequencies
 * @param from the first frequency k0, of that parity
 * @param terms the exponents s_j, ascending, with the coefficients c_j; c_0 is not zero
 * @param rest a ball whose upper end is at least Y, a bound of the relative remainder at k0
 * @param order the power p of 1/K with which the remainder decays
 * @param origin the uniform tail it was made of, if it was
 */
public record UniformExpansion(
    int dimension,
    Parity parity,
    long from,
    List<Term> terms,
    Ball rest,
    Rational order,
    Optional<UniformTail> origin) {
  private static final BallArithmetic BOUNDS = Precision.BOUNDS;

  /** Products near 1 whose distance from 1 counts, down to frequencies of 10^18. */
  private static final BallArithmetic PRODUCTS = BallArithmetic.ofBits(256);

  private static final BallArithmetic FINE = Precision.TAILS;

  /**
   * What one power r^s of the chord contributes: c Lambda_k(s), or c Lambda_k'(s) for r^s log r
   * where s is an even integer (docs/theory.md, Lemma 12.13).
   */
  public record Term(Rational exponent, Ball coefficient) {}

  /**
   * @throws IllegalArgumentException if there are further terms and E &lt; 1, which Corollary 12.11
   *     excludes: their quotients by the leading one need not decrease then
   */
  public UniformExpansion {
    terms = List.copyOf(terms);
    Rational e = terms.get(0).exponent().add(dimension - 1L);
    if (terms.size() > 1 && e.compareTo(1) < 0) {
      throw new IllegalArgumentException("several terms, and the first decays like k^-" + e);
    }
  }

  /** An expansion that was not made of a uniform tail. */
  public UniformExpansion(
      int dimension, Parity parity, long from, List<Term> terms, Ball rest, Rational order) {
    this(dimension, parity, from, terms, rest, order, Optional.empty());
  }

  /**
   * A uniform tail with the numbers it holds: |l_k| K^2 decreases, so that |y_k| is at most Y
   * |l_k0| (K0/K)^4 (docs/theory.md, Proposition 12.9).
   */
  public static UniformExpansion of(UniformTail tail) {
    Rational s = Rational.of(tail.exponent());
    return of(
        tail,
        List.of(
            new Term(s, tail.leading()),
            new Term(s.add(2), FINE.multiply(tail.leading(), tail.next()))));
  }

  /** The same with the two coefficients given. */
  public static UniformExpansion of(UniformTail tail, List<Term> terms) {
    Ball rest = FINE.multiply(tail.rest(), tail.ratio());
    return new UniformExpansion(
        tail.dimension(),
        tail.parity(),
        tail.from(),
        terms,
        rest,
        Rational.of(4),
        Optional.of(tail));
  }

  /** The leading power of the chord, s_0. */
  public Rational exponent() {
    return terms.get(0).exponent();
  }

  /** The coefficient of the leading power of the chord, c_0. */
  public Ball leading() {
    return terms.get(0).coefficient();
  }

  /** E = d - 1 + s_0, the exponent of the decay law. */
  public Rational decayExponent() {
    return exponent().add(dimension - 1L);
  }

  /** C, the limit of k^E eta_k along the parity. */
  public Ball constant(BallArithmetic over) {
    return over.multiply(leading(), ChordPowerSpectrum.limit(over, dimension, exponent()));
  }

  /** The bound of the relative remainder at k, Y (K0/K)^p. */
  public Ball restAt(long k) {
    return BOUNDS.multiply(rest, power(k, order));
  }

  /** The sum of the terms at k over the first of them. */
  public Ball relativeSum(BallArithmetic over, long k) {
    Ball first = leadingTerm(over, k);
    Ball sum = over.of(1);
    for (Term term : terms.subList(1, terms.size())) {
      Ball further = over.multiply(term.coefficient(), lambda(over, term.exponent(), k));
      sum = over.add(sum, over.divide(further, first));
    }
    return sum;
  }

  /** What the leading power of the chord contributes at k, c_0 Lambda_k(s_0). */
  public Ball leadingTerm(BallArithmetic over, long k) {
    return over.multiply(leading(), lambda(over, exponent(), k));
  }

  private Ball lambda(BallArithmetic over, Rational exponent, long k) {
    return ChordPowerSpectrum.singular(dimension, exponent).at(k).enclose(over);
  }

  /** The power q of the bound of {@link #remainder}: 2, or less if the second term says so. */
  public Rational remainderOrder() {
    Rational least = order.compareTo(2) < 0 ? order : Rational.of(2);
    if (terms.size() > 1) {
      Rational gap = terms.get(1).exponent().subtract(exponent());
      least = gap.compareTo(least) < 0 ? gap : least;
    }
    return least;
  }

  /**
   * A ball whose upper end is at least B in eta_k = C K^-E (1 + e_k), |e_k| &lt;= B (K0/K)^q for
   * all k from k0 on (docs/theory.md, Corollary 12.11).
   */
  public Ball remainder() {
    Ball excess = excess();
    Ball whole = BOUNDS.add(Ball.exact(1), excess);
    return BOUNDS.add(BOUNDS.multiply(relativeDistance(), whole), excess);
  }

  /**
   * A ball whose upper end bounds the relative distance of eta_k from c_0 Lambda_k(s_0) for all k
   * from k0 on.
   */
  public Ball relativeDistance() {
    return further(1);
  }

  /** The bound of the terms from one on, counted from 0, and of the rest, over the leading one. */
  private Ball further(int first) {
    Ball epsilon = rest;
    for (Term term : terms.subList(first, terms.size())) {
      epsilon = BOUNDS.add(epsilon, relative(term.exponent(), quotient(term)).abs());
    }
    return epsilon;
  }

  /**
   * The sign of every eigenvalue from k0 on, or 0 if it is not decided: that of c_0 Lambda_k(s_0),
   * which has the sign of its limit for 2k &gt; s_0.
   */
  public int sign() {
    Ball limit = limit(exponent(), leading());
    if (limit.containsZero() || !relativeDistance().certainlyLess(Ball.exact(1))) {
      return 0;
    }
    return limit.isPositive() ? 1 : -1;
  }

  /**
   * Where all quotients of these eigenvalues by those of another expansion lie with respect to
   * their limit from k0 on: 1 if all are above it, -1 if all are below, 0 if neither is decided
   * (docs/theory.md, Corollary 12.12).
   *
   * @param other with the same leading exponent and k0
   */
  int sideOf(UniformExpansion other) {
    SortedMap<Rational, Ball> differences = differences(other);
    if (differences.isEmpty()) {
      return 0;
    }
    Rational nearest = differences.firstKey();
    Rational gap = nearest.subtract(exponent());
    if (gap.compareTo(order) > 0 || gap.compareTo(other.order) > 0) {
      return 0;
    }
    Ball others = BOUNDS.add(rest, other.rest);
    for (var difference : differences.entrySet()) {
      if (!difference.getKey().equals(nearest)) {
        others = BOUNDS.add(others, relative(difference.getKey(), difference.getValue()).abs());
      }
    }
    Ball least = limitAtStart(nearest, differences.get(nearest));
    if (least.certainlyGreater(others)) {
      return 1;
    }
    return BOUNDS.negate(least).certainlyGreater(others) ? -1 : 0;
  }

  /** c_j/c_0 of these terms less those of another expansion, by exponent, beyond the first. */
  private SortedMap<Rational, Ball> differences(UniformExpansion other) {
    SortedMap<Rational, Ball> differences = new TreeMap<>();
    for (Term term : terms.subList(1, terms.size())) {
      differences.put(term.exponent(), quotient(term));
    }
    for (Term term : other.terms.subList(1, other.terms.size())) {
      differences.merge(term.exponent(), FINE.negate(other.quotient(term)), FINE::add);
    }
    return differences;
  }

  /** c Lambda_k0(s)/Lambda_k0(s_0). */
  private Ball relative(Rational exponent, Ball c) {
    Ball size = BOUNDS.multiply(BOUNDS.round(c), lambda(BOUNDS, exponent, from));
    return BOUNDS.divide(size, lambda(BOUNDS, exponent(), from));
  }

  /** The limit of K^(s-s_0) c Lambda_k(s)/Lambda_k(s_0), over K0^(s-s_0). */
  private Ball limitAtStart(Rational exponent, Ball c) {
    Ball last = ChordPowerSpectrum.limit(BOUNDS, dimension, exponent());
    Ball power = BOUNDS.power(BOUNDS.of(shifted(from)), exponent().subtract(exponent));
    return BOUNDS.multiply(BOUNDS.divide(limit(exponent, c), last), power);
  }

  /** The limit of K^(d-1+s) c Lambda_k(s). */
  private Ball limit(Rational exponent, Ball c) {
    return BOUNDS.multiply(BOUNDS.round(c), ChordPowerSpectrum.limit(BOUNDS, dimension, exponent));
  }

  /** The coefficient of a term over the leading one, c_j/c_0. */
  private Ball quotient(Term term) {
    return FINE.divide(term.coefficient(), leading());
  }

  /**
   * Where all k^E eta_k/C of the parity lie from k0 on: -1 if all are below 1, 1 if none is, 0 if
   * neither is decided (docs/theory.md, Theorem 13.3).
   */
  int side() {
    Rational shift = Rational.of(dimension - 2L).divide(2);
    if (shift.signum() > 0 && remainderOrder().compareTo(1) >= 0) {
      Ball gain = BOUNDS.of(decayExponent().multiply(shift).divide(shifted(from)));
      if (gain.certainlyGreater(remainder())) {
        return -1;
      }
    }
    boolean rises = shift.signum() == 0 && decayExponent().compareTo(1) >= 0;
    if (terms.size() == 1) {
      return rises && rest.isExact() && rest.containsZero() ? 1 : 0;
    }
    Term second = terms.get(1);
    Rational gap = second.exponent().subtract(exponent());
    if (gap.compareTo(order) > 0 || gap.compareTo(2) > 0) {
      return 0;
    }
    Ball others = further(2);
    Ball least = limitAtStart(second.exponent(), quotient(second));
    if (BOUNDS.negate(least).certainlyGreater(BOUNDS.add(others, excess()))) {
      return -1;
    }
    return rises && least.certainlyGreater(others) ? 1 : 0;
  }

  /** The bound of the relative remainder of the decay law at k, B (K0/K)^q. */
  public Ball remainderAt(long k) {
    return BOUNDS.multiply(remainder(), power(k, remainderOrder()));
  }

  private Ball power(long k, Rational exponent) {
    return BOUNDS.power(BOUNDS.of(shifted(from).divide(shifted(k))), exponent);
  }

  /** The shifted frequency K = k + (d-2)/2. */
  Rational shifted(long k) {
    return new Sphere(dimension).shifted(k);
  }

  /** The bound D of Lemma 12.8 at K0. */
  private Ball excess() {
    Rational m = decayExponent();
    Rational k = shifted(from);
    if (m.compareTo(Rational.ONE) < 0) {
      return BOUNDS.of(m.divide(k.pow(2).multiply(24)));
    }
    long floor = m.longValue();
    Rational weight = m.subtract(floor);
    Ball low = excess(k, floor);
    return weight.signum() == 0
        ? low
        : BOUNDS.add(
            BOUNDS.scale(low, Rational.ONE.subtract(weight)),
            BOUNDS.scale(excess(k, floor + 1), weight));
  }

  /** Whether Lemma 12.8 applies from k0 on. */
  static boolean reaches(int dimension, long from, Rational exponent) {
    Rational m = exponent.add(dimension - 1L);
    Rational twice = new Sphere(dimension).shifted(from).multiply(2);
    return from > 0 && twice.compareTo(m) > 0;
  }

  /** delta(K) of Lemma 12.2 for an integer m. */
  private static Ball excess(Rational k, long m) {
    Ball one = Ball.exact(1);
    Ball product = one;
    for (long twice = m - 1; twice > 0; twice -= 2) {
      Context.checkpoint();
      Ball ratio = PRODUCTS.of(Rational.of(twice).divide(2).divide(k));
      product = PRODUCTS.divide(product, PRODUCTS.subtract(one, PRODUCTS.square(ratio)));
    }
    return BOUNDS.round(PRODUCTS.subtract(product, one));
  }
}
