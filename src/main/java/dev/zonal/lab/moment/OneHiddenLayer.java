package dev.zonal.lab.moment;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;

/**
 * The kernels of one hidden layer of ReLUs, (2/n) sum over the neurons of phi(h_x) phi(h_z) and for
 * the tangent kernel of v^2 u 1(h_x, h_z &gt; 0) as well: their means are the limits, and this is
 * their variance (docs/theory.md, Propositions 25.2 and 25.6).
 *
 * @param kind which kernel
 * @param weights the laws of weights and read-out
 * @param u the cosine between the inputs, which have length 1, inside (-1, 1)
 */
public record OneHiddenLayer(KernelKind kind, Weights weights, Rational u) {
  /** The limit, which is the mean at every width. */
  public static Ball limit(BallArithmetic over, KernelKind kind, Rational u) {
    HalfSpaceMoments pair = HalfSpaceMoments.of(over, u);
    return kind == KernelKind.NNGP
        ? pair.kappa1()
        : over.add(pair.kappa1(), over.multiply(pair.u(), pair.kappa0()));
  }

  /**
   * n times the variance.
   *
   * @param width n, at least 2
   * @param inputs the dimension of the inputs, at least 2
   */
  public Ball variance(BallArithmetic over, int width, int inputs) {
    HalfSpaceMoments pair = HalfSpaceMoments.of(over, u);
    int frame = Math.max(width, inputs);
    boolean isGaussian = weights.hidden() == Initialisation.GAUSSIAN;
    Rational lengths = isGaussian ? Rational.ONE : Rational.of(frame, frame + 2L);
    Ball alone = square(over, pair, lengths, weights.fourthMoment(width));
    Rational squares = weights.mixedMoment(width);
    Ball together =
        isGaussian
            ? independent(over, pair, squares)
            : new RowPairMean(frame, u, weight(), squares).enclose(over);
    Ball mean = over.square(limit(over, kind, u)).shifted(-2);
    Ball rows =
        over.subtract(
            over.add(alone, over.scale(together, Rational.of(width - 1L))),
            over.scale(mean, Rational.of(width)));
    return rows.shifted(2);
  }

  /** The limit of n times the variance, for inputs of a fixed dimension. */
  public Ball limitOfVariance(BallArithmetic over) {
    HalfSpaceMoments pair = HalfSpaceMoments.of(over, u);
    Ball alone = square(over, pair, Rational.ONE, Rational.of(3));
    Ball value = over.subtract(alone, over.square(limit(over, kind, u)).shifted(-2));
    if (weights.readout() == Initialisation.ORTHOGONAL) {
      Ball length = over.multiply(pair.u(), pair.kappa0());
      value = over.subtract(value, over.scale(over.square(length), Rational.of(weight(), 2)));
    }
    if (weights.hidden() == Initialisation.ORTHOGONAL) {
      value = over.subtract(value, frozen(over, pair));
    }
    return value.shifted(2);
  }

  /** kappa_1^2/4 + (kappa_0/2 + w s u/pi)^2, w = 1/2 for the NNGP kernel and 1 otherwise. */
  private Ball frozen(BallArithmetic over, HalfSpaceMoments pair) {
    Ball turned =
        over.divide(over.multiply(pair.sine(), pair.u()), over.pi()).shifted(weight() - 1L);
    Ball sum = over.add(pair.kappa0().shifted(-1), turned);
    return over.add(over.square(pair.kappa1()).shifted(-2), over.square(sum));
  }

  /** The mean square of what one neuron adds to half the kernel. */
  private Ball square(BallArithmetic over, HalfSpaceMoments pair, Rational lengths, Rational m4) {
    Ball square = over.scale(pair.m22(), lengths);
    if (weight() == 0) {
      return square;
    }
    Ball mixed = over.multiply(pair.u(), pair.kappa1());
    Ball plain = over.multiply(over.square(pair.u()), pair.kappa0());
    return over.add(square, over.add(mixed, over.scale(plain, m4.divide(2))));
  }

  private Ball independent(BallArithmetic over, HalfSpaceMoments pair, Rational squares) {
    Ball square = over.square(pair.kappa1());
    if (weight() == 0) {
      return square.shifted(-2);
    }
    Ball length = over.multiply(pair.u(), pair.kappa0());
    Ball mixed = over.multiply(pair.kappa1(), length).shifted(1);
    Ball plain = over.scale(over.square(length), squares);
    return over.add(square, over.add(mixed, plain)).shifted(-2);
  }

  private int weight() {
    return kind == KernelKind.NTK ? 1 : 0;
  }
}
