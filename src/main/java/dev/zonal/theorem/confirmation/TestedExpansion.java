package dev.zonal.theorem.confirmation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Sphere;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A power law, and the expansion by its next terms.
 *
 * @param law the expansion with its certified remainder
 * @param prediction what is said from larger frequencies on
 * @param bits of the coefficients of the prediction
 */
public record TestedExpansion(UniformExpansion law, Prediction prediction, int bits)
    implements TestedLaw {
  /** What the law says of the eigenvalues from k on; the subject of the test. */
  @FunctionalInterface
  public interface Prediction {
    /** The expansion of one parity that holds from k on, if there is one. */
    Optional<UniformExpansion> from(Parity parity, long k, int bits);
  }

  /** A prediction, which may be another than that of the spectrum. */
  public static Confirmation.Laws of(Asymptotics asymptotics, Prediction prediction) {
    return (parity, bits) ->
        asymptotics
            .certified(parity)
            .flatMap(law -> prediction.from(parity, law.from(), bits))
            .map(law -> new TestedExpansion(law, prediction, bits));
  }

  @Override
  public Parity parity() {
    return law.parity();
  }

  @Override
  public long from() {
    return law.from();
  }

  @Override
  public Optional<Distance> distance(long k, Ball eta, Tolerance tolerance) {
    BallArithmetic over = tolerance.over();
    Rational shifted = new Sphere(law.dimension()).shifted(k);
    Ball scaled = over.multiply(power(over, shifted, law.decayExponent()), eta);
    Ball relative = over.subtract(over.divide(scaled, law.constant(over)), Ball.exact(1));
    Ball residual = over.multiply(power(over, shifted, law.remainderOrder()), relative);
    Ball plain = over.multiply(power(over, Rational.of(k), law.decayExponent()), eta);
    Optional<BigDecimal> bound =
        k < law.from()
            ? Optional.empty()
            : Optional.of(
                over.multiply(law.remainderAt(k), power(over, shifted, law.remainderOrder()))
                    .upperDecimal(6));
    return Optional.of(
        new Distance(
            tolerance.shown(plain),
            Optional.of(tolerance.shown(scaled)),
            tolerance.shown(residual),
            bound,
            isWithin(k, relative, eta, tolerance)));
  }

  /** Of zero as well, where the exponent is positive. */
  private static Ball power(BallArithmetic over, Rational base, Rational exponent) {
    return base.signum() == 0 ? Ball.exact(0) : over.power(over.of(base), exponent);
  }

  /** The law with its remainder, and the expansion from this very frequency on with its own. */
  private boolean isWithin(long k, Ball relative, Ball eta, Tolerance tolerance) {
    if (k < law.from()) {
      return true;
    }
    BallArithmetic over = tolerance.over();
    Rational noise = tolerance.noise();
    boolean near = relative.abs().upper().compareTo(law.remainderAt(k).upper().add(noise)) <= 0;
    return near
        && prediction
            .from(law.parity(), k, bits)
            .map(
                expansion -> {
                  Ball quotient = over.divide(eta, expansion.leadingTerm(over, k));
                  Ball rest = over.subtract(quotient, expansion.relativeSum(over, k));
                  return rest.abs().upper().compareTo(expansion.restAt(k).upper().add(noise)) <= 0;
                })
            .orElse(false);
  }
}
