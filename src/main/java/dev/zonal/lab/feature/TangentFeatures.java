package dev.zonal.lab.feature;

import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sketch.TensorMethod;
import dev.zonal.lab.sketch.TensorSketch;
import java.util.ArrayList;
import java.util.List;

/**
 * Features of the tangent kernel of a ReLU network of L hidden layers (Han et al.): phi^0 = psi^0 =
 * x/|x|, phi^l the ramps of phi^(l-1), psi^l = phi^l joined with a sketch of psi^(l-1) (x) the
 * steps of phi^(l-1); the result is |x| psi^L. The kernel estimated is |x||z| (L+1) times {@code
 * fcntk:L}. Without bias for L = 1 (docs/theory.md, Proposition 26.3).
 *
 * @param layers the first hidden layer first, at least one
 */
public record TangentFeatures(List<Layer> layers) implements FeatureMap {
  /** One hidden layer, with weights of its own. */
  record Layer(StepFeatures steps, RampFeatures ramps, TensorSketch sketch) {}

  /**
   * The sizes of the layers.
   *
   * @param ramps m1 of each layer
   * @param steps m0 of each layer
   * @param sketch ms, the dimension of a sketch; without meaning for the exact tensor
   */
  public record Widths(int ramps, int steps, int sketch) {}

  /**
   * Draws them.
   *
   * @param depth L, at least 1
   * @param dimension of the points
   */
  public static TangentFeatures draw(
      Directions law,
      TensorMethod method,
      int depth,
      Widths widths,
      int dimension,
      RandomStream stream) {
    List<Layer> layers = new ArrayList<>();
    int phi = dimension;
    int psi = dimension;
    for (int l = 0; l < depth; l++) {
      Layer layer =
          new Layer(
              StepFeatures.draw(law, widths.steps(), phi, stream),
              RampFeatures.draw(law, widths.ramps(), phi, stream),
              method.draw(psi, widths.steps(), widths.sketch(), stream));
      layers.add(layer);
      phi = widths.ramps();
      psi = Math.addExact(phi, layer.sketch.dimension());
    }
    return new TangentFeatures(List.copyOf(layers));
  }

  @Override
  public int dimension() {
    Layer last = layers.get(layers.size() - 1);
    return last.ramps.dimension() + last.sketch.dimension();
  }

  @Override
  public double[] of(double[] x) {
    double length = DoubleVector.norm(x);
    if (length == 0) {
      return new double[dimension()];
    }
    double[] phi = DoubleVector.divided(x, length);
    double[] psi = phi;
    for (Layer layer : layers) {
      double[] next = layer.ramps.of(phi);
      psi = DoubleVector.joined(next, layer.sketch.of(psi, layer.steps.of(phi)));
      phi = next;
    }
    return DoubleVector.scaled(psi, length);
  }
}
