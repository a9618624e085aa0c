package dev.zonal.verifier;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.absolute;
import static dev.zonal.verifier.document.Balls.half;
import static dev.zonal.verifier.document.Balls.minus;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.RegionClaims.Certified;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval;
import dev.zonal.verifier.tail.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claim of a uniform tail: Theorem 12.3 with Proposition 12.9 (docs/theory.md), on the regions
 * of the certificate and with coefficients that are computed here.
 */
final class TailClaims {
  private static final int FIRST_BITS = 320;
  private static final int MOST_BITS = 2560;

  private final KernelFacts facts;
  private final RegionClaims.Regions regions;
  private final Findings findings;
  private final int d;
  private final double height;

  /** The discs of the ends where f is not even; an even end contributes nothing. */
  private final List<Certified> oddEnds = new ArrayList<>();

  TailClaims(KernelFacts facts, RegionClaims.Regions regions, Findings findings) {
    this.facts = facts;
    this.regions = regions;
    this.findings = findings;
    this.d = facts.dimension();
    this.height = regions.rectangle().size();
    if (!facts.isEven(Chart.CHORD)) {
      oddEnds.add(regions.coincidence());
    }
    if (!facts.isEven(Chart.ANTIPODAL_CHORD)) {
      oddEnds.add(regions.antipode());
    }
  }

  /** The tail, if there is one; a conclusion is drawn from it only if nothing was found wrong. */
  Optional<Tail> check(Claims.OfTail claim) {
    String where = facts.kernel() + ", " + claim.parity() + " tail";
    int s = claim.exponent();
    long k0 = claim.from();
    Optional<Ball> found = leading(claim);
    boolean isOfParity = claim.parity().firstFrom(k0) == k0;
    boolean applies =
        findings.require(isOfParity, Hypothesis.TAIL_PARITY, where)
            && findings.require(contourStaysInside(), Hypothesis.TAIL_CONTOUR, where)
            && findings.require(found.isPresent(), Hypothesis.TAIL_EXPONENT, where)
            && findings.require(2 * k0 > s + 6L, Hypothesis.TAIL_START, where)
            && findings.require(topDecreases(k0, s), Hypothesis.TAIL_TOP, where);
    if (!applies) {
      return Optional.empty();
    }
    Ball c = found.get();
    Ball next = coefficient(claim, s + 2, FIRST_BITS);
    findings.note(claim.leading().holds(c), Hypothesis.TAIL_LEADING, where);
    findings.note(claim.next().holds(quotient(next, c)), Hypothesis.TAIL_NEXT, where);
    findings.require(restHolds(claim, c), Hypothesis.TAIL_REST, where);
    // Proposition 12.9: |y_k| <= Y |l_k0| (K0/K)^4
    Ball rest = product(Balls.of(claim.rest()), absolute(step(k0, s)));
    Rational exponent = Rational.of(s);
    List<Tail.Term> terms =
        List.of(new Tail.Term(exponent, c), new Tail.Term(exponent.add(2), next));
    return Optional.of(new Tail(d, claim.parity(), k0, terms, rest, Rational.of(4)));
  }

  /** c_s, if s is odd, all c_n before it are exactly zero, and it is not. */
  private Optional<Ball> leading(Claims.OfTail claim) {
    for (int n = 1; n < claim.exponent(); n += 2) {
      Ball before = coefficient(claim, n, FIRST_BITS);
      if (!before.isExact() || !before.containsZero()) {
        return Optional.empty();
      }
    }
    for (int bits = FIRST_BITS; bits <= MOST_BITS && claim.exponent() % 2 == 1; bits *= 2) {
      Ball c = coefficient(claim, claim.exponent(), bits);
      if (!c.containsZero()) {
        return Optional.of(c);
      }
    }
    return Optional.empty();
  }

  /** c_n = A_n + B_n for even frequencies, A_n - B_n for odd ones. */
  private Ball coefficient(Claims.OfTail claim, int n, int bits) {
    Ball a = facts.odd(Chart.CHORD, n, bits, regions.coincidence().size());
    Ball b = facts.odd(Chart.ANTIPODAL_CHORD, n, bits, regions.antipode().size());
    return claim.parity() == Parity.EVEN ? sum(a, b) : minus(a, b);
  }

  /** X_T = 2 sinh(T/2). */
  private Ball contour() {
    Ball half = Balls.of(height / 2);
    return minus(OVER.exp(half), OVER.exp(OVER.negate(half)));
  }

  private boolean contourStaysInside() {
    Ball contour = contour();
    return oddEnds.stream().allMatch(end -> contour.certainlyLess(Balls.of(end.size())));
  }

  /** The condition of Theorem 12.3 under which the part of the top decreases; 2 k0 &gt; s + 6. */
  private boolean topDecreases(long k0, int s) {
    Rational start = half(2 * k0 + d - 2);
    Rational square = Rational.of((long) s + d).pow(2);
    Rational below = start.pow(2).multiply(4).subtract(square);
    Rational above = start.add(1).pow(2).multiply(4).subtract(square);
    Rational step = half(2 * k0 + s + 2L * d - 2).divide(half(2 * k0 - s));
    Rational growth = start.add(1).divide(start).pow(2).multiply(above.divide(below));
    return product(Balls.of(growth.multiply(step)), decay(1)).certainlyLess(ONE);
  }

  /** Lambda_k(n + 2)/Lambda_k(n), Lemma 12.1. */
  private Ball step(long k, int n) {
    Rational square = Rational.of(2 * k + d - 2).pow(2);
    Rational below = square.subtract(Rational.of((long) n + d).pow(2));
    return Balls.of(Rational.of(-4L * (n + 2)).multiply(n + d - 1L).divide(below));
  }

  /** Whether the Y of Theorem 12.3 is at most the claimed one for some J. */
  private boolean restHolds(Claims.OfTail claim, Ball c) {
    int s = claim.exponent();
    long k0 = claim.from();
    Ball size = absolute(c);
    Ball lambda = absolute(Balls.lambda(d, Rational.of(s), k0));
    Ball kept = quotient(top(k0), product(size, lambda, absolute(step(k0, s))));
    Ball claimed = Balls.of(claim.rest());
    // |Lambda_k0(n)/Lambda_k0(s+2)|, n = 2J + 1
    Ball ratio = ONE;
    for (int n = s + 4; n + 2L < 2 * k0 && !kept.certainlyGreater(claimed); n += 2) {
      ratio = product(ratio, absolute(step(k0, n - 2)));
      Ball cut = Balls.ZERO;
      for (Certified end : oddEnds) {
        cut = sum(cut, quotient(product(end(end, n), ratio), size));
      }
      if (Interval.compare(claim.rest(), sum(kept, cut).upper()) >= 0) {
        return true;
      }
      Ball further = absolute(coefficient(claim, n, FIRST_BITS));
      kept = sum(kept, quotient(product(further, ratio), size));
    }
    return false;
  }

  /**
   * M R^-n q^-J/(1 - q), n = 2J + 1, q = (2 sinh(T/2)/R)^2 &lt; 1; q^-J is at least what 11.5 has.
   */
  private Ball end(Certified end, int n) {
    Ball radius = Balls.of(end.size());
    Ball q = OVER.square(quotient(contour(), radius));
    Ball power = OVER.power(q, -(n - 1L) / 2);
    return quotient(
        product(Balls.of(end.bound()), OVER.power(radius, -(long) n), power), minus(ONE, q));
  }

  /** pi c_d M_T w_k0(T), with Lemma 11.2. */
  private Ball top(long k0) {
    Ball bound = Balls.of(regions.rectangle().bound());
    if (d == 2) {
      return product(bound, decay(k0));
    }
    Ball twiceCosh = sum(decay(1), decay(-1));
    Ball z = decay(2);
    Ball series =
        d == 3 ? quotient(ONE, OVER.sqrt(minus(ONE, z))) : Balls.power(sum(ONE, z), half(d - 4));
    Ball binomial = ONE;
    for (long i = 1; i <= (d - 2) / 2; i++) {
      binomial = quotient(product(binomial, Ball.exact(k0 + i)), Ball.exact(i));
    }
    return quotient(product(bound, twiceCosh, decay(k0 + 1), series), binomial);
  }

  /** exp(-n T). */
  private Ball decay(long n) {
    return OVER.exp(product(Ball.exact(-n), Balls.of(height)));
  }
}
