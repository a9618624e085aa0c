package dev.zonal.lab.moment;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;

/**
 * The square length q = |x_L|^2 behind L hidden layers of n ReLUs, |x| = 1: its mean is 1, and this
 * is its mean square (docs/theory.md, Proposition 25.7).
 */
public final class NormLaw {
  private NormLaw() {}

  /**
   * E q^2, exactly.
   *
   * @param width n of every hidden layer
   * @param inputs the dimension of x
   */
  public static Rational meanSquare(Initialisation weights, int depth, int width, int inputs) {
    Rational first = Rational.ONE.add(excess(weights, width, inputs));
    Rational other = Rational.ONE.add(excess(weights, width, width));
    return first.multiply(other.pow(depth - 1));
  }

  /** E q^2 - 1 of one layer. */
  private static Rational excess(Initialisation weights, int width, int inputs) {
    if (weights == Initialisation.GAUSSIAN) {
      return Rational.of(5, width);
    }
    int frame = Math.max(width, inputs);
    // E phi^4 = 3N/(2(N+2)) and E phi^2 phi'^2 = N/(4(N+2)) of two rows
    return Rational.of(frame, frame + 2L).multiply(width + 5L).divide(width).subtract(1);
  }

  /** n times the variance of q in the limit of large n. */
  public static Rational varianceCoefficient(Initialisation weights, int depth) {
    return Rational.of(depth * (weights == Initialisation.GAUSSIAN ? 5L : 3L));
  }

  /** n times the variance of the tangent kernel of one hidden layer at u = 1. */
  public static Rational tangentVariance(Weights weights, int width, int inputs) {
    Rational lengths =
        weights.hidden() == Initialisation.GAUSSIAN
            ? Rational.ONE
            : Rational.of(Math.max(width, inputs), Math.max(width, inputs) + 2L);
    Rational mixed = weights.mixedMoment(width);
    Rational alone = lengths.multiply(6).add(4).add(mixed.multiply(6));
    Rational together = lengths.add(2).add(mixed);
    return alone.add(together.multiply(width - 1L)).subtract(4L * width);
  }

  /** Its limit for inputs of a fixed dimension. */
  public static Rational tangentCoefficient(Weights weights) {
    long gaussian = 12;
    long hidden = weights.hidden() == Initialisation.GAUSSIAN ? 0 : 2;
    long readout = weights.readout() == Initialisation.GAUSSIAN ? 0 : 2;
    return Rational.of(gaussian - hidden - readout);
  }
}
