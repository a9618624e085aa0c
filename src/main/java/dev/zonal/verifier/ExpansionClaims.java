package dev.zonal.verifier;

import static dev.zonal.verifier.Tail.OVER;

import dev.zonal.arithmetic.Ball;
import dev.zonal.kernel.ChordPowerKernel;
import dev.zonal.kernel.GammaExponentialKernel;
import dev.zonal.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The claim of an expansion in real powers of the chord (docs/theory.md): one power without a rest,
 * Proposition 12.9, or the first terms of a gamma-exponential kernel, Proposition 12.10.
 */
final class ExpansionClaims {
  private static final Ball HALF = OVER.of(BigFraction.of(1, 2));

  /** Terms that are smaller by so many bits than the leading one are bounded together. */
  private static final int NEGLIGIBLE_BITS = 40;

  private static final int MOST_KEPT = 1 << 16;

  private final Kernel kernel;
  private final int dimension;
  private final Findings findings;

  ExpansionClaims(KernelFacts facts, Findings findings) {
    this.kernel = facts.kernel();
    this.dimension = facts.dimension();
    this.findings = findings;
  }

  /** The tail, if everything that is claimed of it is true. */
  Optional<Tail> check(Claims.Expansion claim) {
    String where = kernel + ", " + claim.parity() + " expansion";
    boolean parity = claim.parity().firstFrom(claim.from()) == claim.from();
    if (!findings.require(parity, Hypothesis.TAIL_PARITY, where)) {
      return Optional.empty();
    }
    if (kernel instanceof ChordPowerKernel power && !isEven(power.s())) {
      return check(claim, List.of(new Tail.Term(power.s(), Ball.exact(1))), where)
          .filter(
              tail ->
                  findings.require(claim.rest().signum() >= 0, Hypothesis.EXPANSION_REST, where));
    }
    if (kernel instanceof GammaExponentialKernel exponential
        && exponential.gamma().subtract(2).signum() < 0) {
      return check(claim, exponential, where);
    }
    findings.require(false, Hypothesis.EXPANSION_KERNEL, where);
    return Optional.empty();
  }

  private Optional<Tail> check(
      Claims.Expansion claim, GammaExponentialKernel exponential, String where) {
    BigFraction gamma = exponential.gamma();
    Ball c = exponential.c().in(OVER);
    long kept = kept(claim, gamma);
    if (!findings.require(kept > 0, Hypothesis.EXPANSION_TERMS, where)) {
      return Optional.empty();
    }
    List<Tail.Term> terms = new ArrayList<>();
    Ball weight = Ball.exact(1);
    for (long n = 1; n <= kept; n++) {
      weight = OVER.divide(OVER.multiply(weight, OVER.negate(c)), Ball.exact(n));
      if (!isEven(gamma.multiply(n))) {
        terms.add(new Tail.Term(gamma.multiply(n), weight));
      }
    }
    return check(claim, terms, where)
        .filter(
            tail -> {
              GammaExponentialRest rest =
                  new GammaExponentialRest(gamma, c, dimension, claim.from(), kept);
              return findings.require(rest.applies(), Hypothesis.EXPANSION_START, where)
                  && findings.require(
                      Interval.compare(claim.rest(), rest.bound().upper()) >= 0,
                      Hypothesis.EXPANSION_REST,
                      where);
            });
  }

  /** J: the last exponent is gamma J, or gamma J is the even number after it; p <= gamma J. */
  private static long kept(Claims.Expansion claim, BigFraction gamma) {
    BigFraction last = claim.terms().get(claim.terms().size() - 1).exponent().divide(gamma);
    if (last.getDenominator().abs().bitLength() > 1 || last.subtract(MOST_KEPT).signum() > 0) {
      return 0;
    }
    long n = last.longValue();
    boolean isLast = gamma.multiply(n).subtract(claim.order()).signum() >= 0;
    long kept = isLast || !isEven(gamma.multiply(n + 1)) ? n : n + 1;
    return gamma.multiply(kept).subtract(claim.order()).signum() >= 0 ? kept : 0;
  }

  /** The tail with these terms, if the certificate has the same; its rest is not checked here. */
  private Optional<Tail> check(Claims.Expansion claim, List<Tail.Term> terms, String where) {
    List<BigFraction> exponents = terms.stream().map(Tail.Term::exponent).toList();
    boolean same = claim.terms().stream().map(Claims.Term::exponent).toList().equals(exponents);
    boolean positive = claim.order().signum() > 0;
    if (!findings.require(same && positive, Hypothesis.EXPANSION_TERMS, where)) {
      return Optional.empty();
    }
    boolean starts =
        exponents.stream().allMatch(s -> s.subtract(2 * claim.from()).signum() < 0)
            && exponents.get(0).add(dimension - 1L).signum() > 0;
    boolean holds = findings.require(starts, Hypothesis.EXPANSION_START, where);
    for (int i = 0; i < terms.size(); i++) {
      Verdict verdict = claim.terms().get(i).coefficient().holds(terms.get(i).coefficient());
      holds &=
          findings.note(verdict, Hypothesis.EXPANSION_COEFFICIENT, where + ", term " + (i + 1));
    }
    return holds
        ? Optional.of(
            new Tail(
                dimension,
                claim.parity(),
                claim.from(),
                terms,
                Decimals.ball(claim.rest()),
                claim.order()))
        : Optional.empty();
  }

  /** Whether s is an even integer. */
  static boolean isEven(BigFraction s) {
    return s.divide(2).getDenominator().abs().bitLength() == 1;
  }

  /** Y of Proposition 12.10. */
  private record GammaExponentialRest(
      BigFraction gamma, Ball c, int dimension, long from, long kept) {

    /** p. */
    private BigFraction order() {
      return gamma.multiply(kept);
    }

    /** N, the least integer at least 2 k0/gamma. */
    private long beyond() {
      BigFraction quotient = BigFraction.of(2 * from).divide(gamma);
      long floor = quotient.longValue();
      return quotient.subtract(floor).signum() > 0 ? floor + 1 : floor;
    }

    /** 2^gamma c. */
    private Ball x() {
      return OVER.multiply(OVER.power(Ball.exact(2), gamma), c);
    }

    private BigFraction shifted(long k) {
      return BigFraction.of(2 * k + dimension - 2L, 2L);
    }

    /** The hypotheses on k0. */
    boolean applies() {
      BigFraction half = gamma.divide(2);
      BigFraction k = BigFraction.of(from);
      if (beyond() <= kept + 1 || k.subtract(half).signum() <= 0) {
        return false;
      }
      BigFraction step = k.add(half).add(dimension - 1L).divide(k.subtract(half));
      Ball power = OVER.power(OVER.of(shifted(from + 1).divide(shifted(from))), order());
      Ball growth =
          OVER.divide(
              OVER.multiply(x(), OVER.multiply(power, OVER.of(step))), Ball.exact(beyond() + 1));
      return growth.certainlyLess(HALF);
    }

    Ball bound() {
      Ball leading = OVER.multiply(c, Tail.absolute(Tail.lambda(dimension, gamma, from)));
      Ball sum = Ball.exact(0);
      Ball weight = Ball.exact(1);
      Ball majorant = Ball.exact(1);
      boolean cutOff = false;
      for (long n = 1; n <= beyond(); n++) {
        weight = OVER.divide(OVER.multiply(weight, c), Ball.exact(n));
        majorant = OVER.divide(OVER.multiply(majorant, x()), Ball.exact(n));
        if (n <= kept || n == beyond() || cutOff) {
          continue;
        }
        boolean halves = OVER.multiply(Ball.exact(2), x()).certainlyLess(Ball.exact(n + 1));
        cutOff = halves && majorant.magnitude() < leading.magnitude() - NEGLIGIBLE_BITS;
        if (cutOff) {
          sum = OVER.add(sum, OVER.multiply(Ball.exact(2), majorant));
        } else if (!isEven(gamma.multiply(n))) {
          Ball lambda = Tail.absolute(Tail.lambda(dimension, gamma.multiply(n), from));
          sum = OVER.add(sum, OVER.multiply(weight, lambda));
        }
      }
      return OVER.add(OVER.divide(sum, leading), further(majorant));
    }

    /** 2 x^N/N! (K1/K0)^p / (c |Lambda_k1(gamma)|), given x^N/N!. */
    private Ball further(Ball majorant) {
      long first = gamma.multiply(beyond()).divide(2).longValue() + 1;
      Ball ratio = OVER.power(OVER.of(shifted(first).divide(shifted(from))), order());
      Ball lambda = Tail.absolute(Tail.lambda(dimension, gamma, first));
      return OVER.divide(
          OVER.multiply(OVER.multiply(Ball.exact(2), majorant), ratio), OVER.multiply(c, lambda));
    }
  }
}
