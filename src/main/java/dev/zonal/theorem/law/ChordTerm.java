package dev.zonal.theorem.law;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Parity;

/**
 * What a power of the chord at both ends contributes to the asymptotics of a spectrum: (A + (-1)^k
 * B) Lambda_k(s). A coefficient that is zero by a theorem is the exact ball 0.
 *
 * @param exponent the power s of the chord, not an even integer from 0 on
 * @param atCoincidence A, the coefficient of r^s
 * @param atAntipode B, the coefficient of r_-^s
 */
public record ChordTerm(Rational exponent, Ball atCoincidence, Ball atAntipode) {
  /** Of a power that is not there. */
  static ChordTerm zero(Rational exponent) {
    return new ChordTerm(exponent, Ball.exact(0), Ball.exact(0));
  }

  /** The coefficient of Lambda_k(s) for the k of a parity: A + B or A - B. */
  public Ball coefficient(Parity parity, BallArithmetic over) {
    return parity == Parity.EVEN
        ? over.add(atCoincidence, atAntipode)
        : over.subtract(atCoincidence, atAntipode);
  }
}
