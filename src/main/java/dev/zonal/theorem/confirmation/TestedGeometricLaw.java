package dev.zonal.theorem.confirmation;

import dev.zonal.arithmetic.Lazy;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.Decay;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.FirstFrequency;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * A geometric law, with the constants between which all quotients rho^-k k^-s eta_k lie.
 *
 * @param law from about the first k0 on for which e_k is proved to be less than 1
 * @param prediction the law from larger frequencies on, if it is proved from there
 * @param bounds c_1 and c_2, where they are proved
 */
public record TestedGeometricLaw(
    GeometricLaw law,
    LongFunction<Optional<GeometricLaw>> prediction,
    Optional<Decay.Geometric> bounds)
    implements TestedLaw {
  /** The laws of a spectrum, with what is proved of them by Theorems 17.8 and 17.9. */
  public static Confirmation.Laws of(Spectrum spectrum) {
    return of(spectrum, Long.MAX_VALUE);
  }

  /**
   * The same for frequencies up to k: a law that starts beyond is not tested, and the eigenvalues
   * before it, which its bounds need, are not asked for.
   */
  static Confirmation.Laws of(Spectrum spectrum, long largest) {
    Lazy<Outcome<Decay.Proof>> outcome =
        new Lazy<>(() -> Decay.prove(spectrum, Context.current().silent()));
    return (parity, bits) -> {
      LongFunction<Optional<GeometricLaw>> prediction =
          k ->
              GeometricLaw.of(spectrum.kernel(), spectrum.dimension(), parity, parity.firstFrom(k));
      Predicate<GeometricLaw> isReached = law -> law.from() <= largest;
      return spectrum.zerosFrom(parity).isPresent()
          ? Optional.empty()
          : FirstFrequency.search(
                  k ->
                      prediction
                          .apply(k)
                          .filter(law -> law.remainder().compareTo(Rational.ONE) < 0))
              .map(
                  law ->
                      new TestedGeometricLaw(
                          law,
                          prediction,
                          Optional.of(law)
                              .filter(isReached)
                              .flatMap(any -> outcome.get().proof())
                              .flatMap(proof -> proof.geometric(parity))));
    };
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
    if (k == 0) {
      return Optional.empty();
    }
    Ball quotient = law.scaled(k, eta);
    Ball excess = excess(law, quotient);
    Optional<BigDecimal> bound =
        k < law.from()
            ? Optional.empty()
            : Optional.of(Precision.TAILS.of(law.remainder().multiply(law.from())).upperDecimal(6));
    boolean isWithin =
        isBetween(quotient, tolerance)
            && (k < law.from()
                || holds(law, k, excess, tolerance) && isPredicted(k, quotient, tolerance));
    return Optional.of(
        new Distance(
            tolerance.shown(quotient),
            Optional.empty(),
            tolerance.shown(Precision.TAILS.scale(excess, Rational.of(k))),
            bound,
            isWithin));
  }

  /** e_k. */
  private static Ball excess(GeometricLaw law, Ball quotient) {
    return Precision.TAILS.subtract(
        Precision.TAILS.divide(quotient, law.constant()), Ball.exact(1));
  }

  private static boolean holds(GeometricLaw law, long k, Ball excess, Tolerance tolerance) {
    Rational far = Rational.of(law.from(), k);
    Rational noise = tolerance.noise();
    return excess.lower().compareTo(law.least().multiply(far).subtract(noise)) >= 0
        && excess.upper().compareTo(law.greatest().multiply(far).add(noise)) <= 0;
  }

  private boolean isPredicted(long k, Ball quotient, Tolerance tolerance) {
    return prediction
        .apply(k)
        .map(there -> holds(there, k, excess(there, quotient), tolerance))
        .orElse(false);
  }

  /** Whether the quotient is not below c_1 and not above c_2. */
  private boolean isBetween(Ball quotient, Tolerance tolerance) {
    if (bounds.isEmpty()) {
      return true;
    }
    Rational least = bounds.get().least().value().lower();
    Rational most = bounds.get().greatest().value().upper();
    Rational noise = most.multiply(tolerance.noise());
    return quotient.lower().compareTo(least.subtract(noise)) >= 0
        && quotient.upper().compareTo(most.add(noise)) <= 0;
  }
}
