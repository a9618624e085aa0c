package dev.zonal.data.image;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.data.input.Image;
import dev.zonal.kernel.activation.Activation;
import java.util.ArrayList;
import java.util.List;

/**
 * One image in a convolutional network: in each layer and at each pixel the variance of the
 * pre-activation and what the activation makes of it (docs/theory.md, Section 21.1).
 *
 * @param <T> the numbers
 */
final class PixelStates<T> {
  private final Image image;

  /** By layer, then by pixel. */
  private final List<List<State<T>>> states = new ArrayList<>();

  /**
   * One pre-activation.
   *
   * @param isZero whether it is zero
   * @param moment E phi^2
   * @param slope E phi'^2; null where no tangent kernel is wanted
   */
  record State<T>(boolean isZero, T variance, T moment, T slope) {}

  /**
   * @throws DomainException if a pre-activation is zero and its units are not
   */
  PixelStates(
      Arithmetic<T> over,
      ConvolutionalNetwork network,
      Torus torus,
      Image image,
      boolean isTangent) {
    this.image = image;
    Activation phi = network.activation();
    for (int layer = 1; layer <= network.layers(); layer++) {
      Context.checkpoint();
      List<State<T>> below = layer > 1 ? states.get(layer - 2) : null;
      List<T> moments = below == null ? null : below.stream().map(State::moment).toList();
      List<State<T>> now = new ArrayList<>();
      for (int pixel = 0; pixel < torus.size(); pixel++) {
        boolean isZero =
            network.bias().isZero()
                && torus.over(
                    pixel,
                    true,
                    a -> below == null ? image.pixels().get(a).isZero() : below.get(a).isZero(),
                    Boolean::logicalAnd);
        if (isZero) {
          now.add(zero(over, phi, layer, pixel));
          continue;
        }
        T mean =
            below == null
                ? over.of(
                    torus
                        .mean(pixel, a -> image.pixels().get(a).squaredNorm())
                        .divide(image.channels()))
                : torus.mean(over, pixel, moments);
        T variance = affine(over, network, mean);
        T slope = isTangent ? phi.derivativeVariance(over, variance) : null;
        now.add(new State<>(false, variance, phi.variance(over, variance), slope));
      }
      states.add(now);
    }
  }

  /** sw2 times a number and sb2. */
  static <T> T affine(Arithmetic<T> over, ConvolutionalNetwork network, T number) {
    return over.add(over.scale(number, network.weight()), over.of(network.bias()));
  }

  private static <T> State<T> zero(Arithmetic<T> over, Activation phi, int layer, int pixel) {
    if (!phi.vanishesAtZero()) {
      throw new DomainException(
          "the units of act=%s see nothing at pixel %s of layer %s and do not vanish at 0: sb2 must"
                  .formatted(phi, pixel + 1, layer)
              + " be positive");
    }
    T zero = over.of(0);
    return new State<>(true, zero, zero, zero);
  }

  Image image() {
    return image;
  }

  Rational channels() {
    return Rational.of(image.channels());
  }

  /**
   * The state at a place.
   *
   * @param layer from 1
   * @param pixel from 0
   */
  State<T> at(int layer, int pixel) {
    return states.get(layer - 1).get(pixel);
  }
}
