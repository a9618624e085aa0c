package dev.zonal.data.image;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import dev.zonal.data.input.Image;
import dev.zonal.data.pair.Entries;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.network.DenseLayer;
import dev.zonal.kernel.network.NetworkGaussianProcessKernel;
import dev.zonal.kernel.network.NeuralTangentKernel;
import dev.zonal.kernel.network.Training;
import java.util.List;

/**
 * The tangent kernel or the Gaussian-process kernel of a convolutional network, of two images of
 * one form, not normalised (docs/theory.md, Section 21.1). It is the same for Gaussian and for
 * orthogonal weights. Source: Huang, Du, Xu 2021; Arora et al. 2019.
 *
 * @param network the network
 * @param readOut its output
 * @param isTangent whether it is the tangent kernel
 */
public record ConvolutionalKernel(
    ConvolutionalNetwork network, PixelReadOut readOut, boolean isTangent)
    implements PairKernel<Image> {
  /**
   * @throws KernelSpecificationException if the activation has no tangent kernel
   */
  public ConvolutionalKernel {
    if (isTangent && !network.activation().hasTangentKernel()) {
      throw new KernelSpecificationException(
          "act="
              + network.activation()
              + ": the activation has no square integrable derivative, so there is no tangent"
              + " kernel; cnngp has a kernel of it");
    }
  }

  /**
   * The kernel between the images.
   *
   * @throws DataException if they are not of one form, or a window is longer than a side
   */
  @Override
  public <T> Entries<T> over(Arithmetic<T> over, List<Image> inputs) {
    Image one = inputs.get(0);
    for (int i = 1; i < inputs.size(); i++) {
      requireForm(one, inputs.get(i), i + 1);
    }
    Torus torus = new Torus(one.rows(), one.columns(), network.taps());
    List<PixelStates<T>> states =
        inputs.stream()
            .map(image -> new PixelStates<>(over, network, torus, image, isTangent))
            .toList();
    return (i, j) -> value(over, torus, states.get(i), states.get(j));
  }

  private static void requireForm(Image first, Image other, int number) {
    if (other.channels() != first.channels()) {
      throw new DataException(
          "image %s: %s channels, image 1 has %s"
              .formatted(number, other.channels(), first.channels()));
    }
    if (other.rows() != first.rows() || other.columns() != first.columns()) {
      throw new DataException(
          "image %s: %s x %s pixels, image 1 has %s x %s"
              .formatted(number, other.rows(), other.columns(), first.rows(), first.columns()));
    }
  }

  private <T> T value(Arithmetic<T> over, Torus torus, PixelStates<T> x, PixelStates<T> z) {
    boolean isFlat = readOut == PixelReadOut.FLATTEN;
    int shifts = isFlat ? 1 : torus.size();
    T sum = over.of(0);
    for (int s = 0; s < shifts; s++) {
      sum = over.add(sum, new ShiftedImages<>(over, network, torus, x, z, s, isTangent).sum());
    }
    Rational count = Rational.of(torus.size()).multiply(shifts);
    return PixelStates.affine(over, network, over.scale(sum, count.reciprocal()));
  }

  /**
   * The kernel f of which this is the mean over the places of the window where all pixels lie on
   * one sphere, but for a factor: f of the mean of the cosines of the pixels in the window
   * (docs/theory.md, Section 21.2).
   *
   * @throws KernelSpecificationException if there is none, with more than one convolution
   */
  public Kernel ofPatches() {
    if (network.layers() > 1) {
      throw new KernelSpecificationException(
          this
              + ": L = "
              + network.layers()
              + ", and the kernel of several convolutions is no sum of functions of the mean cosine"
              + " of a patch; spectra are known for L=1");
    }
    DenseLayer layer = new DenseLayer(network.activation(), network.weight(), network.bias());
    return isTangent
        ? new NeuralTangentKernel(1, layer, Training.ALL)
        : new NetworkGaussianProcessKernel(1, layer);
  }

  /** The specification, as in {@code cntk:act=relu,L=2,taps=3,sw2=2,sb2=0,readout=gap}. */
  @Override
  public String toString() {
    return (isTangent ? ConvolutionalSpecification.TANGENT : ConvolutionalSpecification.PROCESS)
        + ":"
        + network
        + ",readout="
        + readOut;
  }
}
