package dev.zonal.theorem;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * That the eigenvalues of one kernel are below those of another at every frequency of a parity from
 * k0 on, or that both are zero there (docs/theory.md, Theorem 23.7).
 *
 * @param parity of the frequencies
 * @param from the first of them, k0
 * @param smaller the expansion of the kernel below; none if it vanishes
 * @param larger that of the other; none if it vanishes
 * @param quotient a ball below 1 whose upper end bounds the size of the quotients from k0 on
 */
public record TailBelow(
    Parity parity,
    long from,
    Optional<UniformExpansion> smaller,
    Optional<UniformExpansion> larger,
    Ball quotient) {
  private static final BallArithmetic OVER = Precision.BOUNDS;
  private static final Ball ONE = Ball.exact(1);
  private static final Ball ZERO = Ball.exact(0);

  /** What is proved from the frequencies of a parity from k on; empty if it is nothing. */
  static Optional<TailBelow> of(Asymptotics one, Asymptotics two, Parity parity, long k) {
    OptionalLong zeros = one.spectrum().zerosFrom(parity);
    OptionalLong others = two.spectrum().zerosFrom(parity);
    if (zeros.isPresent() && others.isPresent()) {
      long from = parity.firstFrom(Math.max(zeros.getAsLong(), others.getAsLong()));
      return Optional.of(new TailBelow(parity, from, Optional.empty(), Optional.empty(), ZERO));
    }
    long first = Math.max(k, zeros.orElse(0));
    Optional<UniformExpansion> larger =
        two.from(parity, first, Precision.TAIL).filter(tail -> tail.sign() > 0);
    if (zeros.isPresent()) {
      return larger.map(y -> new TailBelow(parity, y.from(), Optional.empty(), larger, ZERO));
    }
    return larger.flatMap(y -> one.from(parity, y.from(), Precision.TAIL).flatMap(x -> of(x, y)));
  }

  private static Optional<TailBelow> of(UniformExpansion one, UniformExpansion two) {
    if (one.from() != two.from() || one.exponent().compareTo(two.exponent()) < 0) {
      return Optional.empty();
    }
    Ball quotient =
        OVER.multiply(
            leading(one, two),
            OVER.divide(
                OVER.add(ONE, one.relativeDistance()), OVER.subtract(ONE, two.relativeDistance())));
    return quotient.certainlyLess(ONE)
        ? Optional.of(
            new TailBelow(one.parity(), one.from(), Optional.of(one), Optional.of(two), quotient))
        : Optional.empty();
  }

  /** The size of the quotient of the leading terms: the largest, which is the first. */
  private static Ball leading(UniformExpansion one, UniformExpansion two) {
    return one.exponent().equals(two.exponent())
        ? OVER.divide(one.leading(), two.leading()).abs()
        : OVER.divide(one.leadingTerm(OVER, one.from()), two.leadingTerm(OVER, two.from())).abs();
  }

  /** Whether both kernels vanish there. */
  public boolean isZero() {
    return larger.isEmpty();
  }
}
