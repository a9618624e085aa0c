package dev.zonal.lab.width;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.moment.HalfSpaceMoments;
import dev.zonal.lab.moment.NormLaw;
import dev.zonal.lab.moment.OneHiddenLayer;
import dev.zonal.lab.moment.TwoLayerTangent;
import dev.zonal.lab.moment.WidthExpansion;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;
import java.util.Optional;

/**
 * Fully connected ReLUs: x_0 = x, x_l = sqrt(2/n) phi(W_l x_(l-1)), f = &lt;v, x_L&gt;, all
 * trained; with W_1 over the square root of the dimension times inputs of that length
 * (docs/theory.md, section 25).
 *
 * @param weights the laws of weights and read-out
 * @param depth L, the number of hidden layers, at least 1
 * @param inputs the dimension of the inputs, at least 2
 */
public record RectifiedLaws(Weights weights, int depth, int inputs) implements WidthLaws {
  private static final LawNumber ZERO = LawNumber.of(Rational.ZERO);

  @Override
  public WidthLaw exact(KernelKind kind, Rational u, int width) {
    if (isZero(u)) {
      return new WidthLaw(ZERO, Optional.of(ZERO), Optional.of(ZERO));
    }
    boolean isOne = u.equals(Rational.ONE);
    Optional<LawNumber> bias = depth == 1 || isOne ? Optional.of(ZERO) : Optional.empty();
    return new WidthLaw(limit(kind, u), bias, exactVariance(kind, u, width));
  }

  private Optional<LawNumber> exactVariance(KernelKind kind, Rational u, int width) {
    if (u.equals(Rational.ONE)) {
      if (kind == KernelKind.NNGP) {
        Rational square = NormLaw.meanSquare(weights.hidden(), depth, width, inputs);
        return Optional.of(LawNumber.of(square.subtract(1).multiply(width)));
      }
      return depth == 1
          ? Optional.of(LawNumber.of(NormLaw.tangentVariance(weights, width, inputs)))
          : Optional.empty();
    }
    OneHiddenLayer layer = new OneHiddenLayer(kind, weights, u);
    return depth == 1
        ? Optional.of(LawNumber.enclosed(over -> layer.variance(over, width, inputs)))
        : Optional.empty();
  }

  @Override
  public WidthLaw firstOrder(KernelKind kind, Rational u) {
    if (isZero(u)) {
      return new WidthLaw(ZERO, Optional.of(ZERO), Optional.of(ZERO));
    }
    return new WidthLaw(limit(kind, u), firstBias(kind, u), firstVariance(kind, u));
  }

  private Optional<LawNumber> firstBias(KernelKind kind, Rational u) {
    if (depth == 1 || u.equals(Rational.ONE)) {
      return Optional.of(ZERO);
    }
    Initialisation hidden = weights.hidden();
    return switch (kind) {
      case NNGP ->
          Optional.of(LawNumber.enclosed(over -> WidthExpansion.of(over, hidden, depth, u).bias()));
      case NTK ->
          depth == 2
              ? Optional.of(LawNumber.enclosed(over -> TwoLayerTangent.bias(over, hidden, u)))
              : Optional.empty();
    };
  }

  private Optional<LawNumber> firstVariance(KernelKind kind, Rational u) {
    Initialisation hidden = weights.hidden();
    boolean isOne = u.equals(Rational.ONE);
    if (kind == KernelKind.NNGP) {
      return Optional.of(
          isOne
              ? LawNumber.of(NormLaw.varianceCoefficient(hidden, depth))
              : LawNumber.enclosed(
                  over -> WidthExpansion.of(over, hidden, depth, u).covariance().rr()));
    }
    if (depth > 1) {
      return Optional.empty();
    }
    OneHiddenLayer layer = new OneHiddenLayer(kind, weights, u);
    return Optional.of(
        isOne
            ? LawNumber.of(NormLaw.tangentCoefficient(weights))
            : LawNumber.enclosed(layer::limitOfVariance));
  }

  /** The tangent kernel and the Gram entry of one layer at opposite points. */
  private boolean isZero(Rational u) {
    return depth == 1 && u.equals(Rational.ONE.negate());
  }

  private LawNumber limit(KernelKind kind, Rational u) {
    return u.equals(Rational.ONE)
        ? LawNumber.of(Rational.of(kind == KernelKind.NNGP ? 1 : depth + 1L))
        : LawNumber.enclosed(over -> limit(over, kind, u));
  }

  private Ball limit(BallArithmetic over, KernelKind kind, Rational u) {
    HalfSpaceMoments pair = HalfSpaceMoments.of(over, u);
    Ball tangent = pair.u();
    for (int layer = 1; ; layer++) {
      tangent = over.add(over.multiply(tangent, pair.kappa0()), pair.kappa1());
      if (layer == depth) {
        return kind == KernelKind.NNGP ? pair.kappa1() : tangent;
      }
      pair = HalfSpaceMoments.of(over, pair.kappa1());
    }
  }
}
