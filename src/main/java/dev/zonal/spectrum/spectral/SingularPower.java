package dev.zonal.spectrum.spectral;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Digamma;
import dev.zonal.context.Context;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import java.util.ArrayList;
import java.util.List;

/**
 * The function r^s of the chord, s &gt; 0, or r^s log r where s is an even integer (docs/theory.md,
 * Proposition 15.6).
 */
record SingularPower(BallArithmetic over, int dimension, Rational s) {
  private boolean isLogarithmic() {
    return s.divide(2).isInteger();
  }

  Ball at(Rational u) {
    if (u.equals(Rational.ONE)) {
      return over.of(0);
    }
    Ball chord = ChordAngle.ofCosine(over, u).chord();
    Ball power = over.power(chord, s);
    return isLogarithmic() ? over.multiply(power, over.log(chord)) : power;
  }

  /** The eigenvalues at the k below a number. */
  List<Ball> eigenvalues(int count) {
    List<Ball> values = new ArrayList<>();
    int first = 0;
    if (isLogarithmic()) {
      first = (int) Math.min(count, s.divide(2).longValue() + 1);
      addDerivatives(first, values);
    }
    if (first < count) {
      values.add(ChordPowerSpectrum.singular(dimension, s).at(first).enclose(over));
    }
    for (int k = first; k + 1 < count; k++) {
      Context.checkpoint();
      values.add(over.scale(values.get(k), ratio(k)));
    }
    return values;
  }

  /** Lambda_{k+1}(s)/Lambda_k(s). */
  private Rational ratio(int k) {
    Rational half = s.divide(2);
    return Rational.of(k).subtract(half).divide(half.add(k + dimension - 1L));
  }

  /** Lambda_k'(s) for the k up to s/2, by the logarithmic derivative. */
  private void addDerivatives(int count, List<Ball> values) {
    Rational m = s.divide(2);
    Digamma psi = new Digamma(over);
    Ball lambda = ChordPowerSpectrum.of(dimension, s).at(0).enclose(over);
    Ball difference =
        over.subtract(psi.at(s.add(dimension - 1L).divide(2)), psi.at(m.add(dimension - 1L)));
    Ball slope = over.add(over.log(over.of(2)), difference.shifted(-1));
    for (int k = 0; k < count; k++) {
      Context.checkpoint();
      values.add(over.multiply(lambda, slope));
      if (k + 1 < count) {
        lambda = over.scale(lambda, ratio(k));
        Rational step = m.subtract(k).reciprocal().subtract(m.add(k + dimension - 1L).reciprocal());
        slope = over.add(slope, over.of(step.divide(2)));
      }
    }
  }
}
