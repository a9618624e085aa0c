package dev.zonal.lab.weight;

import dev.zonal.arithmetic.Rational;

/**
 * The laws of the weights of a network.
 *
 * @param hidden of the matrices
 * @param readout of the last row v: Gaussian, or sqrt(n) times a uniform unit vector
 */
public record Weights(Initialisation hidden, Initialisation readout) {
  /** E v_1^4. */
  public Rational fourthMoment(int width) {
    return mixedMoment(width).multiply(3);
  }

  /** E v_1^2 v_2^2. */
  public Rational mixedMoment(int width) {
    return readout == Initialisation.GAUSSIAN ? Rational.ONE : Rational.of(width, width + 2L);
  }
}
