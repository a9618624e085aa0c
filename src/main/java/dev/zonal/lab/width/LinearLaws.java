package dev.zonal.lab.width;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;
import java.util.Optional;

/**
 * Fully connected linear units, x_l = W_l x_(l-1)/sqrt(n), f = &lt;v, x_L&gt;: everything is
 * rational ({@link LinearNetwork}).
 */
public record LinearLaws(Weights weights, int depth, int inputs) implements WidthLaws {
  private static final LawNumber ZERO = LawNumber.of(Rational.ZERO);

  @Override
  public WidthLaw exact(KernelKind kind, Rational u, int width) {
    LinearNetwork network = new LinearNetwork(weights, depth, width, inputs);
    Optional<Rational> variance =
        kind == KernelKind.NNGP ? Optional.of(network.gramVariance(u)) : network.tangentVariance(u);
    return law(kind, u, variance.map(v -> LawNumber.of(v.multiply(width))));
  }

  @Override
  public WidthLaw firstOrder(KernelKind kind, Rational u) {
    Rational square = u.multiply(u);
    Optional<Rational> variance =
        kind == KernelKind.NNGP ? Optional.of(gramLimit(square)) : tangentLimit(square);
    return law(kind, u, variance.map(LawNumber::of));
  }

  private Rational gramLimit(Rational square) {
    return weights.hidden() == Initialisation.GAUSSIAN
        ? square.add(1).multiply(depth)
        : Rational.ZERO;
  }

  private Optional<Rational> tangentLimit(Rational square) {
    Rational layers = Rational.of(depth);
    Rational readout = square.multiply(layers).multiply(layers).multiply(2);
    boolean isFixed = weights.readout() == Initialisation.ORTHOGONAL;
    if (weights.hidden() == Initialisation.ORTHOGONAL) {
      return Optional.of(isFixed ? Rational.ZERO : readout);
    }
    Rational all =
        layers.multiply(depth + 1L).multiply(2L * depth + 1L).multiply(Rational.of(2, 3));
    return square.equals(Rational.ONE)
        ? Optional.of(isFixed ? all.subtract(readout) : all)
        : Optional.empty();
  }

  private WidthLaw law(KernelKind kind, Rational u, Optional<LawNumber> variance) {
    Rational limit = kind == KernelKind.NNGP ? u : u.multiply(depth + 1L);
    return new WidthLaw(LawNumber.of(limit), Optional.of(ZERO), variance);
  }
}
