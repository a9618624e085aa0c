package dev.zonal.data.image;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.Proportion;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.GaussianPair;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.ArrayList;
import java.util.List;

/**
 * Two images in a convolutional network, each pixel a of the one against the pixel a + s of the
 * other for one shift s: no layer mixes shifts (docs/theory.md, Lemma 21.1).
 *
 * @param <T> the numbers
 */
final class ShiftedImages<T> {
  private final Arithmetic<T> over;
  private final ConvolutionalNetwork network;
  private final Torus torus;
  private final PixelStates<T> first;
  private final PixelStates<T> second;
  private final int shift;
  private final boolean isTangent;

  /**
   * One pixel of the one and its partner in a layer.
   *
   * @param outputs how the outputs of the units are related
   * @param value E phi phi
   * @param carried E phi' phi' times the tangent kernel of the pre-activations; null where no
   *     tangent kernel is wanted
   */
  private record Pair<T>(Proportion outputs, T value, T carried) {}

  ShiftedImages(
      Arithmetic<T> over,
      ConvolutionalNetwork network,
      Torus torus,
      PixelStates<T> first,
      PixelStates<T> second,
      int shift,
      boolean isTangent) {
    this.over = over;
    this.network = network;
    this.torus = torus;
    this.first = first;
    this.second = second;
    this.shift = shift;
    this.isTangent = isTangent;
  }

  /** The sum over the pixels of what the last layer gives to the kernel. */
  T sum() {
    List<Pair<T>> layer = first();
    for (int l = 2; l <= network.layers(); l++) {
      Context.checkpoint();
      layer = behind(layer, l);
    }
    T sum = over.of(0);
    for (Pair<T> pair : layer) {
      sum = over.add(sum, pair.value());
      sum = isTangent ? over.add(sum, pair.carried()) : sum;
    }
    return sum;
  }

  private List<Pair<T>> first() {
    List<Pair<T>> pairs = new ArrayList<>();
    for (int pixel = 0; pixel < torus.size(); pixel++) {
      Proportion inputs =
          torus.over(
              pixel, start(), a -> Proportion.of(pixelOfFirst(a), partner(a)), Proportion::and);
      Rational product = torus.mean(pixel, a -> pixelOfFirst(a).dot(partner(a)));
      T covariance = PixelStates.affine(over, network, over.of(product.divide(first.channels())));
      pairs.add(dual(inputs, 1, pixel, covariance, covariance));
    }
    return pairs;
  }

  private List<Pair<T>> behind(List<Pair<T>> below, int layer) {
    List<T> values = below.stream().map(Pair::value).toList();
    List<T> carried = isTangent ? below.stream().map(Pair::carried).toList() : List.of();
    List<Pair<T>> pairs = new ArrayList<>();
    for (int pixel = 0; pixel < torus.size(); pixel++) {
      Proportion inputs = torus.over(pixel, start(), a -> below.get(a).outputs(), Proportion::and);
      T covariance = PixelStates.affine(over, network, torus.mean(over, pixel, values));
      T tangent = covariance;
      if (isTangent) {
        T earlier = over.scale(torus.mean(over, pixel, carried), network.weight());
        tangent = over.add(covariance, earlier);
      }
      pairs.add(dual(inputs, layer, pixel, covariance, tangent));
    }
    return pairs;
  }

  private Proportion start() {
    return network.bias().isZero() ? Proportion.NOTHING : Proportion.EQUAL;
  }

  private Vector pixelOfFirst(int pixel) {
    return first.image().pixels().get(pixel);
  }

  private Vector partner(int pixel) {
    return second.image().pixels().get(torus.shifted(pixel, shift));
  }

  private Pair<T> dual(Proportion inputs, int layer, int pixel, T covariance, T tangent) {
    PixelStates.State<T> a = first.at(layer, pixel);
    PixelStates.State<T> b = second.at(layer, torus.shifted(pixel, shift));
    if (a.isZero() || b.isZero()) {
      T zero = over.of(0);
      Proportion none = a.isZero() && b.isZero() ? Proportion.NOTHING : Proportion.OTHER;
      return new Pair<>(none, zero, zero);
    }
    Activation phi = network.activation();
    Proportion outputs = inputs.through(phi);
    if (inputs.isProportional() && outputs.isProportional()) {
      T value = over.scale(a.moment(), outputs.factor());
      return new Pair<>(
          outputs,
          value,
          isTangent ? carried(a.slope(), outputs.factor().divide(inputs.factor()), tangent) : null);
    }
    GaussianPair<T> pair =
        inputs.isProportional()
            ? GaussianPair.of(over, a.variance(), b.variance(), sign(inputs))
            : GaussianPair.of(over, a.variance(), b.variance(), covariance);
    T value = phi.covariance(over, pair);
    return new Pair<>(
        outputs,
        value,
        isTangent ? carried(phi.derivative(over, pair), Rational.ONE, tangent) : null);
  }

  private T carried(T slope, Rational factor, T tangent) {
    return over.multiply(over.scale(slope, factor), tangent);
  }

  /** The angle of proportional numbers, 0 or pi. */
  private ChordAngle<T> sign(Proportion inputs) {
    return ChordAngle.ofCosine(over, Rational.of(inputs.factor().signum()));
  }
}
