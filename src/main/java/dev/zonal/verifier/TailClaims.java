package dev.zonal.verifier;

import static dev.zonal.verifier.Tail.OVER;

import dev.zonal.arithmetic.Ball;
import dev.zonal.kernel.Chart;
import dev.zonal.spectrum.Parity;
import dev.zonal.verifier.RegionClaims.Certified;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The claim of a uniform tail: Theorem 12.3 with Proposition 12.9 (docs/theory.md). Every
 * hypothesis is checked on the regions of the certificate, and with coefficients that are computed
 * here.
 */
final class TailClaims {
  private static final Ball ONE = Ball.exact(1);
  private static final int FIRST_BITS = 320;
  private static final int MOST_BITS = 2560;

  private final KernelFacts facts;
  private final RegionClaims regions;
  private final Findings findings;
  private final Map<Chart, Certified> oddEnds = new TreeMap<>();

  TailClaims(KernelFacts facts, RegionClaims regions, Findings findings) {
    this.facts = facts;
    this.regions = regions;
    this.findings = findings;
    // An end where f is even in the chord contributes nothing, and its disc is not needed.
    if (!facts.isEven(Chart.CHORD)) {
      oddEnds.put(Chart.CHORD, regions.coincidence());
    }
    if (!facts.isEven(Chart.ANTIPODAL_CHORD)) {
      oddEnds.put(Chart.ANTIPODAL_CHORD, regions.antipode());
    }
  }

  /** The tail, if everything that is claimed of it is true. */
  Optional<Tail> check(Claims.Tail claim) {
    String where = facts.kernel() + ", " + claim.parity() + " tail";
    int s = claim.exponent();
    long k0 = claim.from();
    Optional<Ball> found = leading(claim);
    boolean applies =
        findings.require(claim.parity().firstFrom(k0) == k0, Hypothesis.TAIL_PARITY, where)
            & findings.require(contourStaysInside(), Hypothesis.TAIL_CONTOUR, where)
            & findings.require(found.isPresent(), Hypothesis.TAIL_EXPONENT, where)
            & findings.require(2 * k0 > s + 6L, Hypothesis.TAIL_START, where)
            & findings.require(topDecreases(k0, s), Hypothesis.TAIL_TOP, where);
    if (!applies) {
      return Optional.empty();
    }
    Ball c = found.get();
    Ball next = coefficient(claim, s + 2, FIRST_BITS);
    boolean holds =
        findings.note(claim.leading().holds(c), Hypothesis.TAIL_LEADING, where)
            & findings.note(claim.next().holds(OVER.divide(next, c)), Hypothesis.TAIL_NEXT, where)
            & findings.require(restHolds(claim, c), Hypothesis.TAIL_REST, where);
    return holds ? Optional.of(tail(claim, c, next)) : Optional.empty();
  }

  /** Proposition 12.9: |y_k| &lt;= Y |l_k0| (K0/K)^4. */
  private Tail tail(Claims.Tail claim, Ball c, Ball next) {
    BigFraction s = BigFraction.of(claim.exponent());
    Ball rest =
        OVER.multiply(Decimals.ball(claim.rest()), Tail.absolute(step(claim, claim.exponent())));
    return new Tail(
        facts.dimension(),
        claim.parity(),
        claim.from(),
        List.of(new Tail.Term(s, c), new Tail.Term(s.add(2L), next)),
        rest,
        BigFraction.of(4));
  }

  /** c_s, if s is odd, all c_n before it are exactly zero, and it is not. */
  private Optional<Ball> leading(Claims.Tail claim) {
    int s = claim.exponent();
    for (int n = 1; n < s; n += 2) {
      Ball before = coefficient(claim, n, FIRST_BITS);
      if (!before.isExact() || !before.containsZero()) {
        return Optional.empty();
      }
    }
    for (int bits = FIRST_BITS; bits <= MOST_BITS && s % 2 == 1; bits *= 2) {
      Ball c = coefficient(claim, s, bits);
      if (!c.containsZero()) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }

  /** c_n = A_n + B_n for even frequencies, A_n - B_n for odd ones. */
  private Ball coefficient(Claims.Tail claim, int n, int bits) {
    Ball a = facts.odd(Chart.CHORD, n, bits, regions.coincidence().size());
    Ball b = facts.odd(Chart.ANTIPODAL_CHORD, n, bits, regions.antipode().size());
    return claim.parity() == Parity.EVEN ? OVER.add(a, b) : OVER.subtract(a, b);
  }

  /** X_T = 2 sinh(T/2). */
  private Ball contour() {
    Ball half = OVER.of(BigFraction.from(regions.rectangle().size()).divide(2));
    return OVER.subtract(OVER.exp(half), OVER.exp(OVER.negate(half)));
  }

  private boolean contourStaysInside() {
    return oddEnds.values().stream().allMatch(end -> contour().certainlyLess(exact(end.size())));
  }

  /** The condition of Theorem 12.3 under which the part of the top segment decreases. */
  private boolean topDecreases(long k0, int s) {
    BigFraction k = BigFraction.of(k0);
    BigFraction shifted = k.add(BigFraction.of(facts.dimension() - 2L, 2L));
    BigFraction half = BigFraction.of(s, 2);
    BigFraction square = BigFraction.of((long) s + facts.dimension()).pow(2);
    BigFraction below = shifted.pow(2).multiply(4).subtract(square);
    if (below.signum() <= 0 || k.subtract(half).signum() <= 0) {
      return false;
    }
    BigFraction after = shifted.add(1);
    BigFraction growth =
        after
            .divide(shifted)
            .pow(2)
            .multiply(after.pow(2).multiply(4).subtract(square).divide(below))
            .multiply(k.add(half).add(facts.dimension() - 1L).divide(k.subtract(half)));
    return OVER.multiply(OVER.of(growth), decay(1)).certainlyLess(ONE);
  }

  /** Lambda_k0(n + 2)/Lambda_k0(n), Lemma 12.1. */
  private Ball step(Claims.Tail claim, int n) {
    int d = facts.dimension();
    BigFraction twice = BigFraction.of(2 * claim.from() + d - 2);
    BigFraction below = twice.pow(2).subtract(BigFraction.of((long) n + d).pow(2));
    return OVER.of(BigFraction.of(-4L * (n + 2L)).multiply(n + d - 1L).divide(below));
  }

  /** Whether the Y of Theorem 12.3 is at most the claimed one, for some J. */
  private boolean restHolds(Claims.Tail claim, Ball c) {
    int s = claim.exponent();
    Ball claimed = Decimals.ball(claim.rest());
    Ball first = Tail.absolute(step(claim, s));
    Ball lambda = Tail.absolute(Tail.lambda(facts.dimension(), BigFraction.of(s), claim.from()));
    Ball fixed =
        OVER.divide(
            top(claim.from()), OVER.multiply(Tail.absolute(c), OVER.multiply(lambda, first)));
    Ball kept = fixed;
    // |Lambda_k0(n)/Lambda_k0(s+2)|, n = 2J + 1
    Ball ratio = ONE;
    for (int n = s + 4; n + 2L < 2 * claim.from() && !kept.certainlyGreater(claimed); n += 2) {
      ratio = OVER.multiply(ratio, Tail.absolute(step(claim, n - 2)));
      Ball cut = Ball.exact(0);
      for (Certified end : oddEnds.values()) {
        cut = OVER.add(cut, end(end, n));
      }
      Ball rest = OVER.add(kept, OVER.divide(OVER.multiply(cut, ratio), Tail.absolute(c)));
      if (Interval.compare(claim.rest(), rest.upper()) >= 0) {
        return true;
      }
      Ball next = OVER.divide(coefficient(claim, n, FIRST_BITS), c);
      kept = OVER.add(kept, OVER.multiply(Tail.absolute(next), ratio));
    }
    return false;
  }

  /** M R^-n max(1, q^-J - 1)/(1 - q), n = 2J + 1, q = (2 sinh(T/2)/R)^2 &lt; 1. */
  private Ball end(Certified end, int n) {
    Ball radius = exact(end.size());
    Ball q = OVER.square(OVER.divide(contour(), radius));
    // q^-J is at least max(1, q^-J - 1), for q is less than 1
    Ball g = OVER.divide(OVER.power(q, -(n - 1L) / 2), OVER.subtract(ONE, q));
    return OVER.multiply(exact(end.bound()), OVER.multiply(g, OVER.power(radius, -(long) n)));
  }

  /** pi c_d M_T w_k0(T), with Lemma 11.2. */
  private Ball top(long k0) {
    int d = facts.dimension();
    Ball bound = exact(regions.rectangle().bound());
    if (d == 2) {
      return OVER.multiply(bound, decay(k0));
    }
    Ball cosh = OVER.scale(OVER.add(decay(1), decay(-1)), BigFraction.of(1, 2));
    Ball z = decay(2);
    Ball series =
        d == 3
            ? OVER.divide(ONE, OVER.sqrt(OVER.subtract(ONE, z)))
            : OVER.power(OVER.add(ONE, z), BigFraction.of(d - 4L, 2L));
    Ball binomial = ONE;
    for (long i = 1; i <= (d - 2) / 2; i++) {
      binomial = OVER.divide(OVER.multiply(binomial, Ball.exact(k0 + i)), Ball.exact(i));
    }
    Ball size = OVER.multiply(OVER.multiply(bound, cosh), OVER.multiply(decay(k0 + 1), series));
    return OVER.divide(OVER.multiply(Ball.exact(2), size), binomial);
  }

  /** exp(-n T). */
  private Ball decay(long n) {
    BigFraction height = BigFraction.from(regions.rectangle().size());
    return OVER.exp(OVER.of(height.multiply(-n)));
  }

  private static Ball exact(double value) {
    return OVER.of(BigFraction.from(value));
  }
}
