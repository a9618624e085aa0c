package dev.zonal.verifier;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.absolute;
import static dev.zonal.verifier.document.Balls.half;
import static dev.zonal.verifier.document.Balls.isEven;
import static dev.zonal.verifier.document.Balls.lambda;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Structure;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval;
import dev.zonal.verifier.tail.LaplacianPowerRest;
import dev.zonal.verifier.tail.MaternRest;
import dev.zonal.verifier.tail.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * The claim of an expansion in real powers of the chord (docs/theory.md): one power without a rest,
 * Proposition 12.9, or the first terms of a gamma-exponential or a Matern kernel, Propositions
 * 12.10 and 12.14, or of powers of the Laplacian, Corollary 15.4.
 */
record ExpansionClaims(KernelFacts facts, Findings findings) {
  private static final long MOST_TERMS = 1 << 16;

  /** No proof needs more terms of these, in dimensions up to some hundreds. */
  private static final int MOST_STEPS = 256;

  /** Terms smaller than the leading one by so many bits are bounded together. */
  private static final int NEGLIGIBLE_BITS = 40;

  /** The tail, if there is one; a conclusion is drawn from it only if nothing was found wrong. */
  Optional<Tail> check(Claims.OfExpansion claim) {
    String where = facts.kernel() + ", " + claim.parity() + " expansion";
    boolean isOfParity = claim.parity().firstFrom(claim.from()) == claim.from();
    findings.require(isOfParity, Hypothesis.TAIL_PARITY, where);
    if (facts.kernel().structure() instanceof Structure.ChordPower power
        && !(power.exponent().signum() >= 0 && isEven(power.exponent()))) {
      findings.require(claim.rest().signum() >= 0, Hypothesis.EXPANSION_REST, where);
      return tail(claim, List.of(new Tail.Term(power.exponent(), ONE)), where);
    }
    if (facts.kernel().structure() instanceof Structure.Radial radial
        && !radial.isMatern()
        && !radial.isGaussian()) {
      Ball c = radial.rate().in(OVER);
      return new GammaExponential(radial.power(), c, claim).check(where);
    }
    if (facts.kernel().structure() instanceof Structure.Bessel bessel) {
      MaternRest matern =
          new MaternRest(bessel.smoothness(), bessel.rate(), facts.dimension(), claim.from());
      return inSteps(claim, matern::terms, matern::applies, matern::rest, where);
    }
    if (facts.kernel().structure() instanceof Structure.LaplacianPower power) {
      LaplacianPowerRest given = LaplacianPowerRest.of(power, facts.dimension(), claim.from());
      return inSteps(claim, given::terms, given::applies, given::rest, where);
    }
    findings.require(false, Hypothesis.EXPANSION_KERNEL, where);
    return Optional.empty();
  }

  /** Proposition 12.14 or Corollary 15.4: as many terms J as there are, and p = 2J. */
  private Optional<Tail> inSteps(
      Claims.OfExpansion claim,
      IntFunction<List<Tail.Term>> terms,
      IntPredicate applies,
      IntFunction<Ball> rest,
      String where) {
    int kept = claim.terms().size();
    boolean fits = kept <= MOST_STEPS && claim.order().compareTo(2L * kept) <= 0;
    if (!findings.require(fits, Hypothesis.EXPANSION_TERMS, where)) {
      return Optional.empty();
    }
    Optional<Tail> tail = tail(claim, terms.apply(kept), where);
    if (tail.isPresent()
        && findings.require(applies.test(kept), Hypothesis.EXPANSION_START, where)) {
      boolean serves = Interval.compare(claim.rest(), rest.apply(kept).upper()) >= 0;
      findings.require(serves, Hypothesis.EXPANSION_REST, where);
    }
    return tail;
  }

  /** The tail with these terms, if the certificate has them; the rest is not checked here. */
  private Optional<Tail> tail(Claims.OfExpansion claim, List<Tail.Term> terms, String where) {
    List<Rational> exponents = terms.stream().map(Tail.Term::exponent).toList();
    boolean same = claim.terms().stream().map(Claims.Term::exponent).toList().equals(exponents);
    boolean fits = same && claim.order().signum() > 0;
    if (!findings.require(fits, Hypothesis.EXPANSION_TERMS, where)) {
      return Optional.empty();
    }
    Rational twice = Rational.of(2 * claim.from());
    boolean starts =
        claim.from() > 0
            && exponents.stream().allMatch(s -> s.compareTo(twice) < 0)
            && exponents.get(0).add(facts.dimension() - 1L).signum() > 0;
    if (!findings.require(starts, Hypothesis.EXPANSION_START, where)) {
      return Optional.empty();
    }
    for (int i = 0; i < terms.size(); i++) {
      Finding.Verdict verdict =
          claim.terms().get(i).coefficient().holds(terms.get(i).coefficient());
      findings.note(verdict, Hypothesis.EXPANSION_COEFFICIENT, where + ", term " + i);
    }
    Ball rest = Balls.of(claim.rest());
    return Optional.of(
        new Tail(facts.dimension(), claim.parity(), claim.from(), terms, rest, claim.order()));
  }

  /** Proposition 12.10 for one claim. */
  private final class GammaExponential {
    private final Rational gamma;
    private final Ball c;
    private final Claims.OfExpansion claim;
    private final int d = facts.dimension();

    GammaExponential(Rational gamma, Ball c, Claims.OfExpansion claim) {
      this.gamma = gamma;
      this.c = c;
      this.claim = claim;
    }

    Optional<Tail> check(String where) {
      long kept = kept();
      if (!findings.require(kept > 0, Hypothesis.EXPANSION_TERMS, where)) {
        return Optional.empty();
      }
      List<Tail.Term> terms = new ArrayList<>();
      Ball weight = ONE;
      for (long n = 1; n <= kept; n++) {
        weight = quotient(product(weight, OVER.negate(c)), Ball.exact(n));
        if (!isEven(gamma.multiply(n))) {
          terms.add(new Tail.Term(gamma.multiply(n), weight));
        }
      }
      Optional<Tail> tail = tail(claim, terms, where);
      if (tail.isPresent() && findings.require(applies(kept), Hypothesis.EXPANSION_START, where)) {
        boolean serves = Interval.compare(claim.rest(), rest(kept).upper()) >= 0;
        findings.require(serves, Hypothesis.EXPANSION_REST, where);
      }
      return tail;
    }

    /** J: the last exponent is gamma J, or gamma J is even and the next; 0 if p &gt; gamma J. */
    private long kept() {
      Rational last = claim.terms().get(claim.terms().size() - 1).exponent().divide(gamma);
      if (!last.isInteger() || last.compareTo(MOST_TERMS) > 0) {
        return 0;
      }
      long n = last.longValue();
      boolean isLast = gamma.multiply(n).compareTo(claim.order()) >= 0;
      long kept = isLast || !isEven(gamma.multiply(n + 1)) ? n : n + 1;
      return gamma.multiply(kept).compareTo(claim.order()) < 0 ? 0 : kept;
    }

    /** N, the least integer at least 2 k0/gamma. */
    private long beyond() {
      Rational quotient = Rational.of(2 * claim.from()).divide(gamma);
      long floor = quotient.longValue();
      return quotient.isInteger() ? floor : floor + 1;
    }

    /** x = 2^gamma c. */
    private Ball x() {
      return product(Balls.power(Ball.exact(2), gamma), c);
    }

    /** (K/K0)^p. */
    private Ball growth(long k, long kept) {
      Rational ratio = half(2 * k + d - 2).divide(half(2 * claim.from() + d - 2));
      return Balls.power(Balls.of(ratio), gamma.multiply(kept));
    }

    /** The hypotheses on k0. */
    boolean applies(long kept) {
      Rational k = Rational.of(claim.from());
      Rational half = gamma.divide(2);
      Rational step = k.add(half).add(d - 1L).divide(k.subtract(half));
      Ball ratio = product(x(), growth(claim.from() + 1, kept), Balls.of(step));
      return beyond() > kept + 1
          && half.compareTo(k) < 0
          && quotient(ratio, Ball.exact(beyond() + 1)).certainlyLess(Balls.of(half(1)));
    }

    /** The bound Y of the terms that are left out, relative to the leading one. */
    Ball rest(long kept) {
      Ball leading = product(c, absolute(lambda(d, gamma, claim.from())));
      Ball twice = product(Ball.exact(2), x());
      Ball sum = Balls.ZERO;
      Ball weight = ONE;
      Ball majorant = ONE;
      boolean isRestBounded = false;
      for (long n = 1; n <= beyond(); n++) {
        weight = quotient(product(weight, c), Ball.exact(n));
        majorant = quotient(product(majorant, x()), Ball.exact(n));
        if (n <= kept || n == beyond() || isRestBounded) {
          continue;
        }
        isRestBounded =
            twice.certainlyLess(Ball.exact(n + 1))
                && majorant.binaryOrder() < leading.binaryOrder() - NEGLIGIBLE_BITS;
        Rational s = gamma.multiply(n);
        if (isRestBounded) {
          sum = sum(sum, product(Ball.exact(2), majorant));
        } else if (!isEven(s)) {
          sum = sum(sum, product(weight, absolute(lambda(d, s, claim.from()))));
        }
      }
      long first = gamma.multiply(beyond()).divide(2).longValue() + 1;
      Ball last = product(c, absolute(lambda(d, gamma, first)));
      Ball further = quotient(product(Ball.exact(2), majorant, growth(first, kept)), last);
      return sum(quotient(sum, leading), further);
    }
  }
}
