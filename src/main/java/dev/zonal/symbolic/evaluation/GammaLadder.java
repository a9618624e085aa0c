package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Digamma;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.symbolic.ExactEvaluator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Gamma and its logarithmic derivative psi at rational arguments: Gamma(x+1) = x Gamma(x) and
 * psi(x+1) = psi(x) + 1/x lead to a value from one that is known a few steps below. Not for use by
 * several threads.
 */
final class GammaLadder {
  private static final int STEPS = 64;

  private final BallArithmetic over;
  private final Map<Rational, Value> gammas = new HashMap<>();
  private final Map<Rational, Value> psis = new HashMap<>();

  GammaLadder(BallArithmetic over) {
    this.over = over;
  }

  private record Value(Rational at, Ball ball) {}

  /** Gamma(x), x no integer from 0 down. */
  Ball gamma(Rational x) {
    return value(
        gammas,
        x,
        y -> new GammaFunction(over).gamma(y),
        (known, from) ->
            over.scale(known, ExactEvaluator.rising(from, x.subtract(from).intValue())));
  }

  /** psi(x), x positive. */
  Ball psi(Rational x) {
    return value(
        psis,
        x,
        y -> new Digamma(over).at(y),
        (known, from) -> {
          Rational sum = Rational.ZERO;
          for (Rational y = from; y.compareTo(x) < 0; y = y.add(1)) {
            sum = sum.add(y.reciprocal());
          }
          return over.add(known, over.of(sum));
        });
  }

  private interface Climb {
    Ball from(Ball known, Rational at);
  }

  private Ball value(
      Map<Rational, Value> known, Rational x, Function<Rational, Ball> direct, Climb climb) {
    Rational fraction = x.subtract(Rational.of(x.floor()));
    Value below = known.get(fraction);
    boolean isNear =
        below != null
            && below.at().signum() > 0
            && below.at().compareTo(x) <= 0
            && x.subtract(below.at()).compareTo(Rational.of(STEPS)) <= 0;
    Ball ball = isNear ? climb.from(below.ball(), below.at()) : direct.apply(x);
    known.put(fraction, new Value(x, ball));
    return ball;
  }
}
