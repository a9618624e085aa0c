package dev.zonal.lab.network;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.data.image.ConvolutionalKernel;
import dev.zonal.data.image.PixelReadOut;
import dev.zonal.data.input.Image;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.lab.network.Architecture.Form;
import dev.zonal.lab.network.Architecture.Variances;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;
import dev.zonal.lab.width.LawNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Convolutional networks of every width and initialisation that are alike in all else, on two
 * images x_ac = sin(2a + 3c + 1), z_ac = cos(3a - 2c), a and c from 1, of one row of pixels in a
 * circle: their limits, and samples of them.
 *
 * @param kernel one of their kernels
 * @param channels C of the images
 * @param pixels D of the images, at least the taps of the filter
 * @param filter how orthogonal filters are drawn
 * @param readout the law of the last row
 */
public record ConvolutionalFamily(
    ConvolutionalKernel kernel, int channels, int pixels, Filter filter, Initialisation readout) {
  /** A number of an image. */
  private interface Entry {
    double at(int a, int c);
  }

  /**
   * @throws KernelSpecificationException if such networks are not drawn
   */
  public ConvolutionalFamily {
    if (kernel.network().taps() > pixels) {
      throw new KernelSpecificationException(
          "a filter of %s taps is larger than %s pixels"
              .formatted(kernel.network().taps(), pixels));
    }
    unit(kernel);
  }

  private static Unit unit(ConvolutionalKernel kernel) {
    String name = kernel.network().activation().toString();
    return Arrays.stream(Unit.values())
        .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new KernelSpecificationException(
                    "act=" + name + ": networks of relu, linear, erf and tanh are drawn"));
  }

  /** The limit of a kernel between the first image and itself or the second. */
  public LawNumber limit(KernelKind kind, boolean isSecond) {
    ConvolutionalKernel meant =
        new ConvolutionalKernel(kernel.network(), kernel.readOut(), kind == KernelKind.NTK);
    List<Image> images = List.of(image(columns(false)), image(columns(isSecond)));
    return LawNumber.enclosed(over -> meant.over(over, images).at(0, 1));
  }

  /** Draws some; the inputs of the sample are the two images. */
  public KernelSample sample(Initialisation hidden, int width, int nets, long seed) {
    double weights = kernel.network().weight().doubleValue();
    double biases = kernel.network().bias().doubleValue();
    Form form =
        new Form(channels, pixels, kernel.network().taps(), kernel.readOut() == PixelReadOut.GAP);
    Architecture network =
        new Architecture(
            unit(kernel),
            kernel.network().layers(),
            width,
            form,
            new Variances(weights, weights, biases));
    double[][] both = new double[2 * pixels][];
    System.arraycopy(columns(false), 0, both, 0, pixels);
    System.arraycopy(columns(true), 0, both, pixels, pixels);
    return KernelSample.of(
        network, new Weights(hidden, readout), filter, nets, seed, Context.current(), both);
  }

  private double[][] columns(boolean isSecond) {
    Entry entry =
        isSecond
            ? (a, c) -> StrictMath.cos(3 * a - 2 * c)
            : (a, c) -> StrictMath.sin(2 * a + 3 * c + 1);
    double[][] columns = new double[pixels][channels];
    for (int a = 0; a < pixels; a++) {
      for (int c = 0; c < channels; c++) {
        columns[a][c] = entry.at(a + 1, c + 1);
      }
    }
    return columns;
  }

  /** The image of these doubles, exactly. */
  private Image image(double[]... columns) {
    List<Vector> exact =
        Arrays.stream(columns)
            .map(
                column ->
                    Vector.of(
                        IntStream.range(0, channels)
                            .mapToObj(c -> Rational.of(column[c]))
                            .toList()))
            .toList();
    return new Image(1, pixels, channels, exact);
  }
}
