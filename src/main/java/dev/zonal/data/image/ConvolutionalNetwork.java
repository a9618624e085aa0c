package dev.zonal.data.image;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.Activation;

/**
 * A convolutional network of infinite width (docs/theory.md, Section 21.1): with y = phi(h) and y^0
 * an image of C channels, at each pixel a
 *
 * <pre>
 *   h^l_a = sw sum_c W^l_c y^(l-1)_(a+c) + sb b^l,
 * </pre>
 *
 * <p>c in a window of r pixels around the origin, the weights of variance 1 over r times the number
 * of channels; pixels are counted modulo the sides of the image.
 *
 * @param activation phi
 * @param layers L, the number of convolutions, from 1
 * @param taps the side of the window, odd; an image of one row has windows of one row
 * @param weight sw2, the variance of the weights, those of the read-out among them, positive
 * @param bias sb2, likewise, not negative
 */
public record ConvolutionalNetwork(
    Activation activation, int layers, int taps, Rational weight, Rational bias) {
  /**
   * @throws KernelSpecificationException if a number is out of its range
   */
  public ConvolutionalNetwork {
    Range.DEPTH.check("L", layers);
    Range.TAPS.check("taps", taps);
    Range.POSITIVE.check("sw2", weight);
    Range.NON_NEGATIVE.check("sb2", bias);
  }

  /** As in {@code act=erf,L=2,taps=3,sw2=2,sb2=0}. */
  @Override
  public String toString() {
    return "act=%s,L=%s,taps=%s,sw2=%s,sb2=%s".formatted(activation, layers, taps, weight, bias);
  }
}
